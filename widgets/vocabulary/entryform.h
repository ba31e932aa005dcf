// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of one entry of the vocabulary. It takes and gives the entry and shows at each field what is
// wrong; it neither reads nor saves.
#pragma once

#include "widgets/vocabulary/entry.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace interdict {

class ColourField;
class Gazetteer;
class PlaceField;

class EntryForm : public QWidget
{
    Q_OBJECT

public:
    EntryForm(const Gazetteer& gazetteer, QWidget* parent);

    // Shows the fields of its list. Of a new one the code follows the name until it is typed.
    void setEntry(const VocabularyEntry& entry, bool isNew, const Vocabulary& words);
    VocabularyEntry entry() const;
    void setFindings(const std::vector<EntryFinding>& findings); // of fields that were touched, or all
    void showAllFindings();
    QString findingText(EntryField field) const; // as shown
    QWidget* control(EntryField field) const;

Q_SIGNALS:
    void changed();

private:
    struct Line
    {
        EntryField field;
        QLabel* label;
        QWidget* control;
        QLabel* finding;
        bool isTouched = false;
    };
    void addLine(EntryField field, QWidget* control);
    void makeControls();
    void touch(EntryField field);
    void followName();
    Line& line(EntryField field);

    const Gazetteer& m_gazetteer;
    VocabularyEntry m_shown;
    Vocabulary m_words;
    bool m_isNew = false, m_isSetting = false, m_followsName = false;
    QGridLayout* m_grid;
    QLineEdit *m_name, *m_code, *m_developer, *m_kind;
    QPlainTextEdit *m_description, *m_note;
    QComboBox* m_severity;
    QCheckBox *m_restricts, *m_inForce;
    PlaceField* m_country;
    ColourField* m_colour;
    std::vector<Line> m_lines;
};

} // namespace interdict
