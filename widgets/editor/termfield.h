// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One term of the vocabulary, or none: a list that letters search, with each term's definition as a tooltip.
// A code that the vocabulary does not know stays, as itself.
#pragma once

#include "model/vocabulary/vocabulary.h"

#include <QComboBox>
#include <QElapsedTimer>

namespace interdict {

class TermField : public QComboBox
{
    Q_OBJECT

public:
    TermField(TermKind kind, const Vocabulary& vocabulary, QWidget* parent = nullptr);
    explicit TermField(const std::vector<Term>& terms, QWidget* parent = nullptr);

    // What may be chosen now; the chosen code stays.
    void setTerms(TermKind kind, const Vocabulary& vocabulary);
    QString code() const;
    void setCode(const QString& code);

Q_SIGNALS:
    void changed();

protected:
    void wheelEvent(QWheelEvent* event) override; // scrolls the form, never changes what is chosen
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void setTerms(const std::vector<Term>& terms);
    bool isSearching() const;
    void searchOn(const QString& letter);

    QElapsedTimer m_lastLetter;
};

} // namespace interdict
