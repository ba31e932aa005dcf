// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facets/queryline.h"

#include "model/explore/filtertext.h"
#include "model/workspace.h"
#include "widgets/facets/querycompletion.h"
#include "widgets/theme/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTextCharFormat>

namespace interdict {

namespace {

enum OfferRole { InsertRole = Qt::UserRole + 1, StartRole, LengthRole };

QColor errorColour(const Theme& theme)
{
    return theme.dark ? QColor(0xff8a80) : QColor(0xb3261e);
}

} // namespace

QueryLine::QueryLine(Workspace& workspace, QWidget* parent)
    : QLineEdit(parent)
    , m_workspace(workspace)
    , m_completer(new QCompleter(this))
    , m_offers(new QStandardItemModel(this))
    , m_icon(addAction(QIcon(), QLineEdit::LeadingPosition))
{
    setPlaceholderText(
        tr("Search or filter: %1").arg(QStringLiteral("country:IT concern:data_handling \"personal data\"")));
    setAccessibleName(tr("Search or filter"));
    setClearButtonEnabled(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(250);
    m_completer->setModel(m_offers);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    auto* popup = m_completer->popup();
    popup->setProperty("offers", true);
    popup->setItemDelegate(new QStyledItemDelegate(popup)); // the completer's own does not heed style sheets
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &QueryLine::complete);
    connect(&m_pause, &QTimer::timeout, this, &QueryLine::applyTyped);
    connect(this, &QLineEdit::textEdited, this, &QueryLine::edited);
    connect(&workspace, &Workspace::filterChanged, this, &QueryLine::showFilter);
    connect(&workspace, &Workspace::dataSetChanged, this, &QueryLine::showFilter);
    updateIcon();
    showFilter();
}

QueryLine::~QueryLine()
{
    delete m_message; // the window may outlive the line
}

// A filter set elsewhere replaces what stands here, half-typed or not: the line never shows another filter
// than the one that holds.
void QueryLine::showFilter()
{
    if (m_isApplying)
        return;
    m_pause.stop();
    m_before.reset();
    hideError();
    setText(filterText(m_workspace.filter()));
    setCursorPosition(0);
}

void QueryLine::edited()
{
    if (!m_before)
        m_before = m_workspace.filter();
    m_pause.start();
    if (m_hasError)
        hideError();
    offerCompletions();
}

std::optional<FilterTextError> QueryLine::apply()
{
    m_pause.stop();
    const auto parsed = parseFilter(text(), m_workspace.vocabulary(), m_workspace.gazetteer());
    if (!parsed)
        return parsed.error();
    m_isApplying = true;
    m_workspace.setFilter(*parsed);
    m_isApplying = false;
    return std::nullopt;
}

void QueryLine::applyTyped()
{
    if (const auto error = apply())
        showError(*error);
}

void QueryLine::applyFinally()
{
    m_completer->popup()->hide();
    if (const auto error = apply()) {
        showError(*error);
        setCursorPosition(std::clamp(error->column - 1, 0, int(text().size())));
        return;
    }
    showFilter();
    end(false);
}

void QueryLine::restore()
{
    if (m_before)
        m_workspace.setFilter(*m_before);
    showFilter();
    end(false);
}

void QueryLine::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QAbstractItemView* popup = m_completer->popup();
    const bool isChoosing = popup->isVisible() && (!isEnter || popup->currentIndex().isValid());
    if (isChoosing && (isEnter || event->key() == Qt::Key_Escape))
        event->ignore(); // the completer's: it takes the offer, or closes
    else if (isEnter)
        applyFinally();
    else if (event->key() == Qt::Key_Escape)
        restore();
    else
        QLineEdit::keyPressEvent(event);
}

// A line left without an error shows the filter in its own spelling; one with an error stays to be mended.
void QueryLine::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason ||
        !m_before)
        return;
    if (const auto error = apply())
        showError(*error);
    else
        showFilter();
}

QString QueryLine::errorText() const
{
    return m_hasError ? m_message->text() : QString();
}

void QueryLine::showError(const FilterTextError& error)
{
    if (m_completer->popup()->isVisible())
        return; // still choosing
    m_hasError = true;
    makeMessage();
    m_message->setText(error.message());
    m_message->adjustSize();
    placeMessage();
    m_message->show();
    m_message->raise();
    setAccessibleDescription(error.message());
    const int size = int(text().size());
    const int from = std::clamp(error.column - 1, 0, std::max(0, size - 1));
    const int space = int(text().indexOf(QLatin1Char(' '), from + 1));
    underline(from, (space < 0 ? size : space) - from);
}

void QueryLine::hideError()
{
    if (m_message)
        m_message->hide();
    if (m_hasError)
        underline(0, 0);
    m_hasError = false;
    setAccessibleDescription({});
}

// A line edit takes formats for parts of its text only the way an input method gives them.
void QueryLine::underline(int from, int length)
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (length > 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(errorColour(Theme::of(palette())));
        attributes.append({QInputMethodEvent::TextFormat, from - cursorPosition(), length, format});
    }
    QInputMethodEvent event(QString(), attributes);
    QLineEdit::inputMethodEvent(&event);
}

void QueryLine::makeMessage()
{
    if (m_message && m_message->parentWidget() == window())
        return;
    delete m_message;
    m_message = new QLabel(window());
    m_message->setTextFormat(Qt::PlainText);
    m_message->setMargin(5);
    m_message->setAutoFillBackground(true);
    m_message->setAttribute(Qt::WA_TransparentForMouseEvents);
    QPalette warning = palette();
    const Theme& theme = Theme::of(palette());
    warning.setColor(QPalette::Window, theme.panel);
    warning.setColor(QPalette::WindowText, errorColour(theme));
    m_message->setPalette(warning);
    m_message->setFrameShape(QFrame::Box);
}

void QueryLine::placeMessage()
{
    if (m_message)
        m_message->move(mapTo(window(), QPoint(0, height() + 2)));
}

void QueryLine::moveEvent(QMoveEvent* event)
{
    QLineEdit::moveEvent(event);
    placeMessage();
}

void QueryLine::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    placeMessage();
}

void QueryLine::offerCompletions()
{
    const Completions found = completionsAt(text(), cursorPosition(), m_workspace);
    m_offers->clear();
    for (const Completion& offer : found.offers) {
        auto* item = new QStandardItem(offer.label);
        item->setData(offer.insert, InsertRole);
        item->setData(found.start, StartRole);
        item->setData(found.length, LengthRole);
        m_offers->appendRow(item);
    }
    if (found.offers.empty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete({cursorRect().left(), 0, 320, height() + 2});
}

void QueryLine::complete(const QModelIndex& index)
{
    const QString insert = index.data(InsertRole).toString();
    const int start = index.data(StartRole).toInt();
    QString changed = text();
    changed.replace(start, index.data(LengthRole).toInt(), insert);
    setText(changed);
    setCursorPosition(start + int(insert.size()));
    edited();
}

void QueryLine::updateIcon()
{
    m_icon->setIcon(glyphIcon(Glyph::Search, Theme::of(palette())));
}

void QueryLine::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || !m_icon)
        return;
    updateIcon();
    delete m_message;
    m_message = nullptr;
    m_hasError = false;
}

} // namespace interdict
