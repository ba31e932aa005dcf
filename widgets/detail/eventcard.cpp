// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/detail/eventcard.h"

#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/detail/cardparts.h"
#include "widgets/detail/casechain.h"
#include "widgets/detail/eventfacts.h"
#include "widgets/detail/resultpage.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

namespace interdict {

namespace {

constexpr int resultPace = 100; // ms

// A text button that does an action.
LinkButton* makeActionButton(QAction* action, const QString& text, QWidget* parent)
{
    auto* button = new LinkButton(LinkButton::Look::Quiet, text, parent);
    button->setAccessibleName(action->text());
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, [=] { button->setEnabled(action->isEnabled()); });
    return button;
}

} // namespace

EventCard::EventCard(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_openUrl([](const QUrl& url) { QDesktopServices::openUrl(url); })
    , m_scroll(new QScrollArea(this))
{
    setMinimumWidth(240);
    makeActions();
    m_later.setSingleShot(true);
    m_later.setInterval(resultPace);
    connect(&m_later, &QTimer::timeout, this, &EventCard::rebuild);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setAccessibleName(tr("Event card"));
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_scroll);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTopLine());
    layout->addWidget(m_scroll, 1);
    connect(&workspace, &Workspace::selectionChanged, this, &EventCard::rebuild);
    connect(&workspace, &Workspace::dataSetChanged, this, &EventCard::rebuild);
    connect(&workspace, &Workspace::recordChanged, this, &EventCard::rebuild);
    connect(&workspace, &Workspace::asOfChanged, this, &EventCard::rebuild);
    connect(&workspace, &Workspace::resultChanged, this, &EventCard::refreshResult);
    rebuild();
}

void EventCard::setOpenUrl(OpenUrl openUrl)
{
    m_openUrl = std::move(openUrl);
    rebuild();
}

QSize EventCard::sizeHint() const
{
    return {320, 600};
}

void EventCard::makeActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto&& run) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setToolTip(key.isEmpty()
                               ? text
                               : QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_previous = add(tr("Previous event"), QKeySequence(Qt::ALT | Qt::Key_Up), [this] { step(-1); });
    m_next = add(tr("Next event"), QKeySequence(Qt::ALT | Qt::Key_Down), [this] { step(1); });
    m_copy = add(tr("Copy details"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C), [this] { copyDetails(); });
}

QWidget* EventCard::makeTopLine()
{
    auto* line = new QWidget(this);
    m_position = new QLabel(line);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(14, 6, 12, 0);
    layout->setSpacing(6);
    layout->addWidget(makeActionButton(m_previous, QStringLiteral("‹ %1").arg(tr("Previous")), line));
    layout->addWidget(m_position);
    layout->addWidget(makeActionButton(m_next, QStringLiteral("%1 ›").arg(tr("Next")), line));
    layout->addStretch();
    layout->addWidget(makeActionButton(m_copy, tr("Copy"), line));
    return line;
}

QWidget* EventCard::makePage()
{
    const std::size_t selected = m_workspace.selection().size();
    if (selected == 0)
        return new ResultPage(m_workspace, this);
    return selected > 2 ? new SelectionPage(m_workspace, this) : makeEventPage();
}

// Of two selected events the card shows the current one, and above it the days between them.
QWidget* EventCard::makeEventPage()
{
    const std::vector<Row>& selection = m_workspace.selection();
    m_shown = m_workspace.brief(selection.back()).uid;
    m_event = new EventPage(m_workspace, selection.back(), m_openUrl, m_typed[m_shown], this);
    if (selection.size() == 1)
        return m_event;
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(
        makeText(betweenText(m_workspace, selection[0], selection[1], QLocale()), TextRole::Heading, page));
    layout->addWidget(m_event);
    return page;
}

// A page is made anew for what it shows; where the keyboard was in the case, it stays there, and of the same
// event it keeps the place, and the comment that is typed.
void EventCard::rebuild()
{
    m_isStale = !isVisible();
    updateTopLine();
    if (m_isStale)
        return;
    const QWidget* focused = QApplication::focusWidget();
    const bool hadFocus = m_scroll->widget() && m_scroll->widget()->isAncestorOf(focused);
    const bool wasInCase = hadFocus && qobject_cast<const CaseStepButton*>(focused);
    const bool wasComment = hadFocus && m_event && m_event->comments()->isAncestorOf(focused);
    const QString before = std::exchange(m_shown, {});
    const int scrolled = m_scroll->verticalScrollBar()->value();
    m_later.stop();
    m_sinceRebuild.restart();
    m_event = nullptr;
    auto* frame = new QWidget;
    frame->setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(18, 8, 14, 14);
    layout->addWidget(makePage());
    if (QWidget* old = m_scroll->takeWidget())
        old->deleteLater();
    m_scroll->setWidget(frame);
    const bool isSame = !m_shown.isEmpty() && m_shown == before;
    if (isSame)
        frame->layout()->activate();
    m_scroll->verticalScrollBar()->setValue(isSame ? scrolled : 0);
    if (wasComment && isSame && m_typed[m_shown].isOpen)
        comment();
    else if (wasInCase && m_event && m_event->caseChain())
        m_event->caseChain()->currentStep()->setFocus();
    else if (hadFocus)
        m_scroll->setFocus();
}

void EventCard::refreshResult()
{
    updateTopLine();
    if (!m_workspace.selection().empty())
        return;
    if (!m_sinceRebuild.isValid() || m_sinceRebuild.hasExpired(resultPace))
        rebuild();
    else if (!m_later.isActive())
        m_later.start();
}

void EventCard::updateTopLine()
{
    const auto result = m_workspace.result();
    const auto current = m_workspace.current();
    const QLocale locale;
    QString text;
    if (current && m_workspace.inResult(*current)) {
        const auto at = std::lower_bound(result.begin(), result.end(), *current) - result.begin();
        text = tr("%1 of %2").arg(locale.toString(at + 1), locale.toString(result.size()));
    } else if (current) {
        text = tr("outside the filter");
    }
    m_position->setText(text);
    m_position->setVisible(!text.isEmpty());
    m_previous->setEnabled(!result.empty() && (!current || *current > result.front()));
    m_next->setEnabled(!result.empty() && (!current || *current < result.back()));
    m_copy->setEnabled(current.has_value());
}

// From an event outside the result to its neighbour within; from none to the first or the latest.
void EventCard::step(int by)
{
    const auto result = m_workspace.result();
    const auto current = m_workspace.current();
    if (result.empty())
        return;
    if (!current)
        return m_workspace.select(by > 0 ? result.front() : result.back());
    const auto at = std::lower_bound(result.begin(), result.end(), *current);
    const auto after = at != result.end() && *at == *current ? at + 1 : at;
    if (by > 0 && after != result.end())
        m_workspace.select(*after);
    else if (by < 0 && at != result.begin())
        m_workspace.select(*(at - 1));
}

void EventCard::comment()
{
    if (!m_event)
        return;
    m_event->comments()->open();
    const auto reveal = [this] {
        if (m_event)
            m_scroll->ensureWidgetVisible(m_event->comments(), 0, 20);
    };
    QMetaObject::invokeMethod(this, reveal, Qt::QueuedConnection); // once it is laid out
}

void EventCard::copyDetails() const
{
    const auto current = m_workspace.current();
    if (!current)
        return;
    const Event event = m_workspace.event(*current);
    QApplication::clipboard()->setText(detailsText(m_workspace, *current, event, QLocale()));
}

void EventCard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        rebuild();
}

void EventCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_position)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace interdict
