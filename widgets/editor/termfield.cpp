// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/termfield.h"

#include "widgets/controls/linkbutton.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

namespace interdict {

TermField::TermField(TermKind kind, const Vocabulary& vocabulary, QWidget* parent)
    : TermField(vocabulary.terms(kind), parent)
{
}

TermField::TermField(const std::vector<Term>& terms, QWidget* parent)
    : QComboBox(parent)
{
    setProperty("form", true);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    setMaxVisibleItems(20);
    setTerms(terms);
    connect(this, &QComboBox::currentIndexChanged, this, [this] {
        setToolTip(currentData(Qt::ToolTipRole).toString());
        Q_EMIT changed();
    });
}

void TermField::setTerms(TermKind kind, const Vocabulary& vocabulary)
{
    setTerms(vocabulary.terms(kind));
}

void TermField::setTerms(const std::vector<Term>& terms)
{
    const QSignalBlocker blocker(this);
    const QString chosen = code();
    clear();
    addItem(tr("Not known"), QString());
    for (const Term& term : terms) {
        addItem(term.label, term.code);
        if (!term.description.isEmpty())
            setItemData(count() - 1, QStringLiteral("<p>%1</p>").arg(term.description.toHtmlEscaped()),
                        Qt::ToolTipRole);
    }
    setCode(chosen);
}

QString TermField::code() const
{
    return currentData().toString();
}

void TermField::setCode(const QString& code)
{
    int at = findData(code);
    if (at < 0) {
        addItem(code, code);
        at = count() - 1;
    }
    setCurrentIndex(at);
}

void TermField::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

// The style sheet's arrow stands in a bevel: ours does not.
void TermField::paintEvent(QPaintEvent* event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintArrow(painter, QPointF(width() - 13, height() / 2.0), false, Theme::of(palette()).dim);
}

bool TermField::isSearching() const
{
    return m_lastLetter.isValid() && m_lastLetter.elapsed() < QApplication::keyboardInputInterval();
}

void TermField::searchOn(const QString& letter)
{
    view()->keyboardSearch(letter);
    if (view()->currentIndex().isValid())
        setCurrentIndex(view()->currentIndex().row());
}

// A space opens the list, but between two words that are being typed it is one of their letters.
void TermField::keyPressEvent(QKeyEvent* event)
{
    const bool isErasing = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (isErasing)
        setCurrentIndex(0);
    else if (event->key() == Qt::Key_Space && isSearching())
        searchOn(event->text());
    else
        QComboBox::keyPressEvent(event);
    if (!event->text().isEmpty() && event->text().front().isPrint())
        m_lastLetter.start();
}

} // namespace interdict
