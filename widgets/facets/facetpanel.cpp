// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facets/facetpanel.h"

#include "model/workspace.h"
#include "widgets/facets/facetsection.h"

#include <QEvent>
#include <QJsonDocument>
#include <QVBoxLayout>

namespace interdict {

FacetPanel::FacetPanel(Workspace& workspace, QWidget* parent)
    : QScrollArea(parent)
    , m_workspace(workspace)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Facets"));
    setMinimumWidth(200);
    auto* content = new QWidget(this);
    content->setObjectName(QStringLiteral("facets"));
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 10, 8, 12);
    layout->setSpacing(14);
    for (const FacetInfo& info : facets()) {
        if (info.facet == Facet::Bloc)
            continue;
        auto* added = new FacetSection(workspace, info.facet, content);
        connect(added, &FacetSection::revealRequested, this, &FacetPanel::reveal);
        layout->addWidget(added);
        m_sections.push_back(added);
    }
    layout->addStretch();
    showReview();
    setWidget(content);
    for (QWidget* ground : {static_cast<QWidget*>(content), viewport()})
        ground->setBackgroundRole(QPalette::Base);
    connect(&workspace, &Workspace::dataSetChanged, this, &FacetPanel::rebuild);
    connect(&workspace, &Workspace::recordChanged, this, &FacetPanel::rebuild);
    connect(&workspace, &Workspace::filterChanged, this, &FacetPanel::refresh);
    connect(&workspace, &Workspace::resultChanged, this, &FacetPanel::refresh);
}

QSize FacetPanel::sizeHint() const
{
    return {248, 600};
}

FacetSection* FacetPanel::section(Facet facet) const
{
    const auto found =
        std::find_if(m_sections.begin(), m_sections.end(),
                     [facet](const FacetSection* section) { return section->facet() == facet; });
    return found == m_sections.end() ? nullptr : *found;
}

void FacetPanel::rebuild()
{
    for (FacetSection* section : m_sections)
        section->rebuild();
    showReview();
}

void FacetPanel::refresh()
{
    for (FacetSection* section : m_sections)
        section->refresh();
    showReview();
}

// Who only reads a record in which all is published is not asked about review.
void FacetPanel::showReview()
{
    const auto totals = m_workspace.totals(Facet::Review);
    const auto published =
        m_workspace.columns().table(Facet::Review).number(reviewCode(ReviewState::Published)).value_or(0);
    std::uint32_t unpublished = 0;
    for (std::size_t value = 0; value < totals.size(); ++value)
        if (value != static_cast<std::size_t>(published))
            unpublished += totals[value];
    section(Facet::Review)->setVisible(unpublished > 0 || !m_workspace.filter()[Facet::Review].isEmpty());
}

void FacetPanel::reveal(QWidget* widget, const QRect& rect)
{
    const QPoint centre = widget->mapTo(this->widget(), rect.center());
    ensureVisible(centre.x(), centre.y(), 0, 24 + rect.height());
}

QByteArray FacetPanel::saveState() const
{
    QJsonObject all;
    for (const FacetSection* section : m_sections)
        all[QLatin1String(facetInfo(section->facet()).key)] = section->state();
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

bool FacetPanel::restoreState(const QByteArray& state)
{
    const QJsonDocument document = QJsonDocument::fromJson(state);
    if (!document.isObject())
        return false;
    for (FacetSection* section : m_sections) {
        const QJsonValue found = document.object()[QLatin1String(facetInfo(section->facet()).key)];
        if (found.isObject())
            section->setState(found.toObject());
    }
    return true;
}

void FacetPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
    QScrollArea::changeEvent(event);
}

} // namespace interdict
