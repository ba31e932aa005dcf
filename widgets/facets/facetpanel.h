// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The left column: one section a facet, each value with its count under the other filters. A click chooses.
#pragma once

#include <QScrollArea>

namespace interdict {

class FacetSection;
class Workspace;
enum class Facet : std::uint8_t;

class FacetPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit FacetPanel(Workspace& workspace, QWidget* parent = nullptr);

    // What is folded, how each section is sorted and grouped, and how much of it is shown.
    QByteArray saveState() const;
    bool restoreState(const QByteArray& state);

    FacetSection* section(Facet facet) const; // null for Bloc, which Country's section shows
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void refresh();
    void showReview();
    void reveal(QWidget* widget, const QRect& rect);

    Workspace& m_workspace;
    std::vector<FacetSection*> m_sections;
};

} // namespace interdict
