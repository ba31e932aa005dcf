// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One source in the form: its six texts on a card, with what is wrong about it.
#pragma once

#include "model/edit/validation.h"
#include "widgets/editor/formstate.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace interdict {

class DateField;
class FindingList;

class SourceCard : public QFrame
{
    Q_OBJECT

public:
    explicit SourceCard(Day today, QWidget* parent);

    void setNumber(int number); // from 1
    SourceText source() const;
    void setSource(const SourceText& source);
    void setFindings(const std::vector<Finding>& findings);
    QWidget* firstControl() const;
    QList<QWidget*> tabStops() const; // in order

Q_SIGNALS:
    void changed();
    void removeAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum Part { Title, Url, Publisher, Date, Kind, Archived, partCount }; // as they stand
    void arrange(bool isWide);
    QLineEdit* field(Part part) const { return m_fields[static_cast<std::size_t>(part)]; }

    QLabel* m_heading;
    QToolButton* m_away;
    QGridLayout* m_grid;
    DateField* m_date;
    std::array<QLineEdit*, partCount> m_fields{};
    std::array<QLabel*, partCount> m_labels{};
    FindingList* m_findings;
    std::optional<bool> m_isWide;
};

} // namespace interdict
