// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/htmlstyle.h"

#include "widgets/figure/pagesource.h"
#include "widgets/figure/svgwriter.h"
#include "widgets/theme/marks.h"

namespace interdict {

namespace {

constexpr double markRoom = 14; // px

// A mark as a page of its own.
class MarkPage : public PageSource
{
public:
    MarkPage(const Theme& theme, MeasureClass measure)
        : m_theme(theme)
        , m_style(MarkScheme(theme, {}, ColourBy::Measure).legend()[static_cast<std::size_t>(measure)].style)
    {
    }
    int pages() const override { return 1; }
    QSizeF size() const override { return {markRoom, markRoom}; }
    void paint(QPainter& painter, int, bool) const override
    {
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(painter, m_style, {markRoom / 2, markRoom / 2}, markRoom - 3,
                  markOutline(m_style, m_theme));
    }

private:
    Theme m_theme;
    MarkStyle m_style;
};

Result<QByteArray> marksOf(const Theme& theme)
{
    QByteArray rules;
    for (int i = 0; i < measureClassCount; ++i) {
        const auto measure = static_cast<MeasureClass>(i);
        PageInfo info;
        info.title = measureClassLabel(measure);
        const auto svg = svgBytes(MarkPage(theme, measure), 0, info, true);
        if (!svg)
            return tl::make_unexpected(svg.error());
        rules += '.' + markClass(measure).toLatin1() + "{background-image:url(data:image/svg+xml;base64," +
                 svg->toBase64() + ")}\n";
    }
    return rules;
}

QByteArray coloursOf(const Theme& theme)
{
    const auto variable = [](const char* name, const QColor& colour) {
        return QByteArray("--") + name + ':' + colour.name().toLatin1() + ';';
    };
    return variable("ground", theme.panel) + variable("ink", theme.ink) + variable("dim", theme.dim) +
           variable("line", theme.line) + variable("accent", theme.accent);
}

constexpr const char* rules = R"(
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);font:16px/1.55 "Noto Sans","Segoe UI",system-ui,sans-serif;-webkit-text-size-adjust:100%}
body{max-width:52rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.kind{margin:0;color:var(--accent);font-size:.75rem;font-weight:600;letter-spacing:.08em;text-transform:uppercase}
h1{margin:.1rem 0 .2rem;font-size:2rem;line-height:1.2;letter-spacing:-.01em}
.subtitle{margin:0 0 .2rem;font-size:1.1rem}
.stamp{margin:0;color:var(--dim);font-size:.875rem}
header{padding-bottom:1rem;border-bottom:1px solid var(--line)}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:.9rem 0 0;padding:0;list-style:none;font-size:.875rem}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
h2{margin:2.4rem 0 .6rem;font-size:1.3rem;line-height:1.3}
h3{margin:1.5rem 0 .3rem;font-size:1rem}
p{margin:.35rem 0 .6rem}
main ul{margin:.3rem 0;padding-left:1.2rem}
main ul li{margin:.45rem 0}
main ul li::marker{color:var(--accent)}
sup{line-height:0;font-size:.68em}
sup a{text-decoration:none}
.quiet{color:var(--dim);font-size:.875em}
.small{font-size:.8125rem;line-height:1.5}
.wide{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.875rem;line-height:1.45}
th{padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);color:var(--dim);font-size:.75rem;text-align:left;vertical-align:bottom}
td{padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:break-word}
td:last-child,th:last-child{padding-right:0}
td.marked{position:relative;padding-left:1.45rem}
.mark{position:absolute;left:0;top:.65em;width:14px;height:14px;background:center/14px no-repeat}
figure{margin:1rem 0}
figure svg{display:block;width:100%;height:auto}
figcaption{margin-top:.3rem;color:var(--dim);font-size:.8125rem}
.dark{display:none}
.sources{padding-left:2.2rem;font-size:.8125rem;line-height:1.5}
.sources li{margin:.3rem 0;overflow-wrap:anywhere}
.sources li::marker{color:var(--dim)}
.sources :target,li:target{background:color-mix(in srgb,var(--accent) 14%,transparent)}
.back{text-decoration:none}
@media (max-width:40rem){body{padding-top:1.25rem}h1{font-size:1.5rem}table{font-size:.8125rem}}
)";

constexpr const char* paperRules = R"(
@page{size:auto;margin:18mm 18mm 16mm}
@media print{
html{background:#fff;font-size:10pt}
body{max-width:none;padding:0}
nav,.back{display:none}
a{color:inherit;text-decoration:none}
h2,h3,figcaption{break-after:avoid}
h2{margin-top:1.6rem}
p,li{orphans:2;widows:2}
tr,figure{break-inside:avoid}
.mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}
thead{display:table-header-group}
.wide{overflow:visible}
figure svg{max-height:82mm}
}
)";

} // namespace

QString markClass(MeasureClass value)
{
    return QStringLiteral("m%1").arg(static_cast<int>(value));
}

Result<QByteArray> briefingStyleSheet()
{
    const Theme light = Theme::light();
    const Theme dark = Theme::darkTheme();
    const auto lightMarks = marksOf(light);
    const auto darkMarks = marksOf(dark);
    if (!lightMarks || !darkMarks)
        return tl::make_unexpected(lightMarks ? darkMarks.error() : lightMarks.error());
    QByteArray sheet = ":root{color-scheme:light dark;" + coloursOf(light) + "}" + rules + *lightMarks;
    // On the screen alone: paper stays white.
    sheet += "@media screen and (prefers-color-scheme:dark){\n:root{" + coloursOf(dark) +
             "}\n.light{display:none}\n.dark{display:block}\n" + *darkMarks + "}\n";
    return sheet + paperRules;
}

} // namespace interdict
