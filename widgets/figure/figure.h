// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A view made fit for a page: title, subtitle, panels, legend, caption, source line, logo. Laid out once;
// the preview, PNG, SVG, PDF and the printer all draw the same pages.
#pragma once

#include "widgets/figure/figurepart.h"

namespace interdict {

class Figure
{
public:
    // Of the workspace as it stands: its filter and as-of day are the figure's (spec.filter and spec.asOf are
    // only carried along). `vector`: see FigureStyle. Both references have to last only for the call.
    // `only`: this one of its panels alone, with the classes and the key of all: a frame of a moving picture.
    static Result<Figure> make(const Workspace& workspace, const MapGeometry& geometry,
                               const FigureSpec& spec, bool vector, std::optional<std::size_t> only = {});
    Figure(Figure&&) noexcept;
    Figure& operator=(Figure&&) noexcept;
    ~Figure();

    const FigureSpec& spec() const;
    QString title() const; // as shown or suggested, for a file's own title
    int pages() const;
    QSizeF size() const; // px of 1/96 inch; all pages are alike
    // Draws a page from 0, 0, ground included; without the ground where it is to be transparent.
    void paint(QPainter& painter, int page, bool transparent = false) const;
    std::vector<NumberTable> numbers() const; // one a panel
    QString toText() const;

private:
    struct Private;
    explicit Figure(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

// The suggestions: "Restrictions on DeepSeek", "131 events in 35 jurisdictions, Dec 2024 – Jun 2026".
QString suggestedTitle(const Workspace& workspace, const FigureSpec& spec);
QString suggestedSubtitle(const Workspace& workspace, const FigureSpec& spec);

} // namespace interdict
