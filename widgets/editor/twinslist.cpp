// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/twinslist.h"

#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/editor/wrappedtext.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace interdict {

namespace {
constexpr std::size_t mostTwins = 6;
}

TwinsList::TwinsList(const Workspace& workspace, QWidget* parent)
    : QScrollArea(parent)
    , m_workspace(workspace)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Likely duplicates"));
    auto* content = new QWidget;
    auto* outer = new QVBoxLayout(content);
    outer->setContentsMargins(16, 10, 16, 10);
    outer->setSpacing(8);
    m_heading = new LinkButton(LinkButton::Look::Title, {}, content);
    outer->addWidget(m_heading);
    m_list = new QWidget(content);
    m_layout = new QVBoxLayout(m_list);
    m_layout->setContentsMargins(3, 0, 0, 0);
    m_layout->setSpacing(16);
    outer->addWidget(m_list);
    outer->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    connect(m_heading, &QAbstractButton::clicked, this, [this] { setOpen(!m_isOpen); });
    hide();
}

QSize TwinsList::sizeHint() const
{
    const int line = fontMetrics().height();
    return {20 * line, m_isOpen ? 11 * line : m_heading->sizeHint().height() + 20};
}

void TwinsList::setBeside(bool isBeside)
{
    if (m_isBeside == isBeside)
        return;
    m_isBeside = isBeside;
    setOpen(isBeside);
}

void TwinsList::setOpen(bool isOpen)
{
    m_isOpen = isOpen || m_isBeside;
    m_list->setVisible(m_isOpen);
    fit();
}

void TwinsList::fit()
{
    m_heading->setFolded(!m_isOpen);
    setMinimumSize(0, 0);
    setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    if (m_isBeside)
        setFixedWidth(sizeHint().width());
    else
        setFixedHeight(sizeHint().height());
}

void TwinsList::setTwins(const std::vector<Twin>& twins)
{
    for (QWidget* card : m_cards) {
        m_layout->removeWidget(card);
        card->hide();
        card->deleteLater(); // a click in it may be what changes the list
    }
    m_cards.clear();
    m_twins.clear();
    for (std::size_t number = 0; number < std::min(twins.size(), mostTwins); ++number) {
        m_twins.push_back(twins[number].event);
        m_cards.push_back(makeCard(twins[number]));
        m_layout->addWidget(m_cards.back());
    }
    m_heading->setText(tr("Already in the record? (%Ln)", nullptr, static_cast<int>(twins.size())));
    setVisible(!m_twins.empty());
    fit();
}

QWidget* TwinsList::makeCard(const Twin& twin)
{
    auto* card = new QWidget(m_list);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    const Event& event = twin.event;
    const QString where = m_workspace.gazetteer().name(event.place());
    layout->addWidget(makeWrapped(event.title, TextRole::Body, card));
    layout->addWidget(makeWrapped(tr("%1 · %2 · %3", "30 January 2025 · Italy · Processing order")
                                      .arg(event.start.display(QLocale(), true), where,
                                           m_workspace.vocabulary().label(TermKind::Measure, event.measure)),
                                  TextRole::Dim, card));
    layout->addWidget(makeWrapped(reasonOf(twin), TextRole::Dim, card));
    if (const QString differences = differencesOf(twin); !differences.isEmpty())
        layout->addWidget(makeWrapped(differences, TextRole::Dim, card));
    auto* open = new LinkButton(LinkButton::Look::Link, tr("Open"), card);
    open->setAccessibleName(tr("Open “%1”").arg(event.title));
    auto* merge = new LinkButton(LinkButton::Look::Link, tr("Merge…"), card);
    merge->setAccessibleName(tr("Merge into “%1”").arg(event.title));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(open);
    line->addWidget(merge);
    line->addStretch(1);
    layout->addLayout(line);
    connect(open, &QAbstractButton::clicked, this, [this, uid = event.uid] { Q_EMIT openAsked(uid); });
    connect(merge, &QAbstractButton::clicked, this, [this, event] { Q_EMIT mergeAsked(Event(event)); });
    return card;
}

QString TwinsList::reasonOf(const Twin& twin) const
{
    QStringList reasons;
    if (twin.sameSource)
        reasons.append(tr("the same source"));
    if (twin.sameActWithinDays)
        reasons.append(tr("the same jurisdiction and platform within %Ln day(s)", nullptr, twinDays));
    if (twin.titleLikeness >= nearTitle)
        reasons.append(tr("a title much alike"));
    return tr("Why: %1").arg(QLocale().createSeparatedList(reasons));
}

QString TwinsList::differencesOf(const Twin& twin) const
{
    constexpr int longestValue = 60;
    QStringList lines;
    for (const EventField field : twin.differences) {
        if (field == EventField::Title)
            continue; // stands above
        QString value =
            fieldText(twin.event, field, m_workspace.vocabulary(), m_workspace.gazetteer(), QLocale());
        value = value.simplified();
        if (value.size() > longestValue)
            value = value.left(longestValue).trimmed() + QStringLiteral("…");
        lines.append(tr("%1 there: %2", "Scope there: Government").arg(fieldLabel(field), value));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace interdict
