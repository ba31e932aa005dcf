// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One facet in the panel: title, way of combining, clear, search line, values, and what shows more of them.
#pragma once

#include "widgets/facets/facetdelegate.h"
#include "widgets/facets/facetorder.h"
#include "widgets/facets/facetview.h"

#include <QJsonObject>
#include <QWidget>

class QLineEdit;
class QMenu;

namespace interdict {

class LinkButton;

class FacetSection : public QWidget
{
    Q_OBJECT

public:
    FacetSection(Workspace& workspace, Facet facet, QWidget* parent = nullptr);

    Facet facet() const { return m_facet; }
    FacetView& view() { return *m_view; }
    ChoiceMode mode() const { return m_mode; }
    // Chosen values move to the list of the mode, those of blocs with those of countries.
    void setMode(ChoiceMode mode);
    void clear();
    void setFolded(bool folded);
    void setGrouped(bool grouped); // countries: by bloc and region

    void rebuild(); // after the data set changed
    void refresh(); // after the filter or the result changed

    QJsonObject state() const;
    void setState(const QJsonObject& state);

Q_SIGNALS:
    void revealRequested(QWidget* widget, const QRect& rect);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHeader();
    QWidget* makeFooter();
    QWidget* makeGrouping();
    void makeSearch();
    void shareHover();
    QMenu* makeMenu();
    void fillMenu(QMenu& menu);
    void toggle(const QModelIndex& index);
    void search(const QString& text);
    void beginSearch(const QString& typed);
    void readMode();
    void updateControls();
    void updateFooter();
    void updateGrouping(bool isGrouped);
    void updateMarks();
    std::vector<Facet> chosenFacets() const; // whose selections the section shows
    bool hasSelection() const;
    void setSort(FacetOrder::Sort sort);
    void expandFound();

    Workspace& m_workspace;
    Facet m_facet;
    ChoiceMode m_mode = ChoiceMode::Any;
    FacetModel m_model;
    FacetOrder m_order;
    FacetDelegate m_delegate;
    LinkButton* m_title = nullptr;
    LinkButton* m_clear = nullptr;
    LinkButton* m_modeButton = nullptr;
    QWidget* m_grouping = nullptr; // of countries: the choice between two orders
    LinkButton* m_byCountry = nullptr;
    LinkButton* m_byGroup = nullptr;
    QLineEdit* m_search = nullptr;
    FacetView* m_view = nullptr;
    QWidget* m_footer = nullptr;
    LinkButton* m_more = nullptr;
    LinkButton* m_sort = nullptr;
    bool m_isFolded = false;
};

} // namespace interdict
