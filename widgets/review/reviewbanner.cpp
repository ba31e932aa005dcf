// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/reviewbanner.h"

#include "model/edit/reviewing.h"
#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/editor/flowlayout.h"
#include "widgets/editor/wrappedtext.h"
#include "widgets/history/revisions.h"
#include "widgets/theme/reviewsign.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace interdict {

namespace {

// Who brought the event into the state that it has: the first of the latest run of revisions in it.
std::optional<Stamp> bringerOf(const Workspace& workspace, const Event& event)
{
    std::optional<Stamp> stamp;
    const auto revisions = workspace.revisions(event.uid).value_or(std::vector<Revision>());
    for (auto it = revisions.rbegin(); it != revisions.rend(); ++it) {
        if (!it->event || it->event->review != event.review)
            break;
        stamp = it->stamp;
    }
    return stamp;
}

} // namespace

QString reviewText(const Workspace& workspace, const Event& event, const QLocale& locale)
{
    if (event.review == ReviewState::Published)
        return reviewLabel(event.review);
    const auto stamp = bringerOf(workspace, event);
    const QString by = stamp && !stamp->editor.isEmpty() ? stamp->editor : QString();
    const QString when = stamp ? timeText(stamp->when, locale) : QString();
    const int open = openComments(event.comments);
    QString text;
    if (event.review == ReviewState::Draft)
        text = by.isEmpty() ? ReviewBanner::tr("Draft, not published")
                            : ReviewBanner::tr("Draft of %1, not published").arg(by);
    else
        text = by.isEmpty() ? ReviewBanner::tr("Submitted, waits for review")
                            : ReviewBanner::tr("Submitted by %1 on %2, waits for review").arg(by, when);
    return open == 0
               ? text
               : QStringLiteral("%1 · %2").arg(text, ReviewBanner::tr("%Ln open comment(s)", nullptr, open));
}

ReviewBanner::ReviewBanner(Workspace& workspace, const Event& event, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_event(event)
{
    if (event.review == ReviewState::Published) {
        hide();
        return;
    }
    auto* sign = new ReviewSign(this);
    sign->setState(event.review);
    QLabel* text = makeWrapped(reviewText(workspace, event, QLocale()), TextRole::Body, this);
    text->setAccessibleName(text->text());
    auto* line = new QHBoxLayout;
    line->setSpacing(7);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(2);
    layout->addLayout(line);
    addVerbs();
}

void ReviewBanner::addVerbs()
{
    auto* verbs = new QWidget(this);
    auto* flow = new FlowLayout(6, 0, verbs);
    flow->setContentsMargins(reviewSignSize + 6, 0, 0, 0); // below the words
    const auto add = [&](const QString& text, auto run) {
        auto* button = new LinkButton(LinkButton::Look::Link, text, verbs);
        // Queued: the page is replaced, and the button that was clicked with it.
        connect(button, &QAbstractButton::clicked, &m_workspace, run, Qt::QueuedConnection);
        flow->addWidget(button);
        return button;
    };
    for (const ReviewState to : reviewStates)
        if (to != m_event.review && m_workspace.canWrite())
            add(reviewVerb(to), [&workspace = m_workspace, event = m_event, to] {
                const auto changes = reviewChanges({event}, to);
                if (const auto saved = workspace.save(changes, reviewStepName(changes, to)); !saved)
                    Q_EMIT workspace.storeFailed(saved.error());
            });
    LinkButton* show = add(tr("Show unpublished events"), [&workspace = m_workspace] {
        workspace.setFilter(withUnpublished(workspace.filter(), true));
    });
    static_cast<QVBoxLayout*>(layout())->addWidget(verbs);
    const auto follow = [this, verbs, show] { // the filter may come to show it, or no more
        const bool isHidden = !showsReview(m_workspace.filter(), m_event.review);
        show->setVisible(isHidden);
        verbs->setVisible(isHidden || m_workspace.canWrite());
    };
    connect(&m_workspace, &Workspace::filterChanged, this, follow);
    follow();
}

void ReviewBanner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(palette()).ground);
    painter.drawRoundedRect(rect(), 4, 4);
}

} // namespace interdict
