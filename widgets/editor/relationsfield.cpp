// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/relationsfield.h"

#include "model/workspace.h"
#include "widgets/controls/elidedlabel.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/editor/taborder.h"
#include "widgets/editor/termfield.h"
#include "widgets/theme/icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>

#include <unordered_set>

namespace interdict {

namespace {

constexpr std::size_t mostEvents = 12;

// Each word but the last as it is, the last as a beginning.
QStringList searchTerms(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[\\s\"*]+"));
    QStringList words = text.split(between, Qt::SkipEmptyParts);
    if (!words.isEmpty())
        words.back() += QLatin1Char('*');
    return words;
}

} // namespace

RelationsField::RelationsField(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_layout(new QVBoxLayout(this))
    , m_search(new QLineEdit(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_layout->addWidget(m_search);
    m_search->setPlaceholderText(tr("Find an event by words of its title"));
    m_search->setAccessibleName(tr("Find an event to relate to"));
    setFocusProxy(m_search);
    auto* offers = new Offers(Offers::Kind::Strict, m_search);
    offers->setSource([this](const QString& text) { return eventsFor(text); });
    connect(offers, &Offers::picked, this, [this](const Offer& offer) { add(offer.code); });
    connect(m_search, &QLineEdit::textChanged, this, &RelationsField::changed);
}

std::vector<Relation> RelationsField::relations() const
{
    std::vector<Relation> relations;
    for (const Line& line : m_lines)
        relations.push_back({line.uid, line.kind->code()});
    return relations;
}

void RelationsField::setRelations(const std::vector<Relation>& relations)
{
    while (!m_lines.empty())
        removeLine(m_lines.back().box);
    for (const Relation& relation : relations)
        addLine(relation);
}

QString RelationsField::typed() const
{
    return m_search->text();
}

void RelationsField::setTyped(const QString& text)
{
    m_search->setText(text);
}

QWidget* RelationsField::firstControl(int relation) const
{
    return m_lines.at(static_cast<std::size_t>(relation)).kind;
}

QString RelationsField::titleOf(const QString& uid) const
{
    const auto row = m_workspace.rowOf(uid);
    return row ? m_workspace.brief(*row).title : uid;
}

void RelationsField::addLine(const Relation& relation)
{
    Line line{relation.uid, new QWidget(this), nullptr, nullptr};
    line.kind = new TermField(TermKind::Relation, m_workspace.vocabulary(), line.box);
    line.kind->setCode(relation.kind);
    line.kind->setMinimumContentsLength(9);
    line.kind->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    const QString title = titleOf(relation.uid);
    line.kind->setAccessibleName(tr("How this event stands to “%1”").arg(title));
    auto* label = new ElidedLabel(line.box);
    label->setText(title);
    auto* away = new QToolButton(line.box);
    away->setIcon(glyphIcon(Glyph::Close, Theme::of(palette())));
    away->setProperty("flat", true);
    away->setAccessibleName(tr("Remove the relation to “%1”").arg(title));
    away->setToolTip(tr("Remove"));
    line.findings = new FindingList(line.box);
    auto* grid = new QGridLayout(line.box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->addWidget(line.kind, 0, 0);
    grid->addWidget(label, 0, 1);
    grid->addWidget(away, 0, 2);
    grid->addWidget(line.findings, 1, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    connect(line.kind, &TermField::changed, this, &RelationsField::changed);
    connect(away, &QToolButton::clicked, this, [this, box = line.box] { removeLine(box); });
    m_layout->insertWidget(static_cast<int>(m_lines.size()), line.box);
    line.box->show();
    putBeforeInTabOrder(line.kind, m_search);
    putBeforeInTabOrder(away, m_search);
    m_lines.push_back(line);
}

void RelationsField::removeLine(const QWidget* box)
{
    const auto at =
        std::find_if(m_lines.begin(), m_lines.end(), [box](const Line& line) { return line.box == box; });
    const bool hadFocus = at->box->isAncestorOf(focusWidget());
    m_layout->removeWidget(at->box);
    at->box->hide();
    at->box->deleteLater();
    m_lines.erase(at);
    if (hadFocus)
        m_search->setFocus();
    Q_EMIT changed();
}

void RelationsField::add(const QString& uid)
{
    const auto& kinds = m_workspace.vocabulary().terms(TermKind::Relation);
    addLine({uid, kinds.empty() ? QString() : kinds.front().code});
    m_search->clear();
    Q_EMIT changed();
}

// An exact identifier first, then what the words find, the newest first.
std::vector<Offer> RelationsField::eventsFor(const QString& text) const
{
    if (!m_workspace.isOpen())
        return {};
    std::vector<Row> rows;
    if (const auto row = m_workspace.rowOf(text))
        rows.push_back(*row);
    const Columns& columns = m_workspace.columns();
    if (const auto found = m_workspace.dataSet().search(searchTerms(text)); found && text.size() > 1) {
        const std::unordered_set<std::int64_t> ids(found->begin(), found->end());
        for (Row row = columns.size(); row-- > 0 && rows.size() < mostEvents;)
            if (ids.contains(columns.id[row]))
                rows.push_back(row);
    }
    std::vector<Offer> offers;
    for (const Row row : rows) {
        const Brief brief = m_workspace.brief(row);
        const QString when = displayDay(columns.startFirst[row], QLocale(), true);
        const QString where = m_workspace.gazetteer().name(columns.placeCode(row));
        offers.push_back({brief.title, brief.uid, {}, where + QStringLiteral(", ") + when, {}});
    }
    return offers;
}

void RelationsField::setFindings(const std::vector<Finding>& findings)
{
    for (std::size_t number = 0; number < m_lines.size(); ++number) {
        std::vector<Finding> own;
        for (const Finding& finding : findings)
            if (finding.part == static_cast<int>(number))
                own.push_back(finding);
        m_lines[number].findings->setFindings(own);
        m_lines[number].kind->setAccessibleDescription(m_lines[number].findings->text());
    }
}

} // namespace interdict
