// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figurelayout.h"

#include "widgets/figure/figuregrid.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

// Shares of the plain text's size.
constexpr std::array titleSizes{1.75, 1.5, 1.3, 1.15, 1.0};
constexpr double subtitleSize = 1.1;
constexpr double noteSize = 0.92;
constexpr double sourceSize = 0.83;
constexpr double leastSize = 7; // px
constexpr int titleLines = 2;
constexpr int titleLinesAtLeast = 4; // at the least size
constexpr double titleShare = 0.2;   // of a page's height, at most
constexpr double sideKeyShare = 0.3; // of the width, for a key beside the panels

using LineWidth = std::function<double(const QString&)>;

QString withoutLastGrapheme(const QString& text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.toEnd();
    return text.left(std::max<qsizetype>(0, finder.toPreviousBoundary()));
}

QString elidedTo(QString text, double room, const LineWidth& width)
{
    while (!text.isEmpty() && width(text + u'…') > room)
        text = withoutLastGrapheme(text).trimmed();
    return text + u'…';
}

// As many letters from `from` on as fit, one at least.
qsizetype lettersThatFit(const QString& text, qsizetype from, double room, const LineWidth& width)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(from);
    qsizetype end = finder.toNextBoundary();
    for (qsizetype next = finder.toNextBoundary(); next > 0 && width(text.mid(from, next - from)) <= room;
         next = finder.toNextBoundary())
        end = next;
    return end < 0 ? text.size() : end;
}

// The end of the line that begins at `from`.
qsizetype lineEnd(const QString& text, qsizetype from, double room, const LineWidth& width)
{
    if (width(text.mid(from)) <= room)
        return text.size();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    finder.setPosition(from);
    qsizetype end = from;
    for (qsizetype next = finder.toNextBoundary(); next > 0; next = finder.toNextBoundary()) {
        if (width(text.mid(from, next - from).trimmed()) > room)
            break;
        end = next;
    }
    return end > from ? end : lettersThatFit(text, from, room, width);
}

// Takes boxes from the top of the page down, or from its foot up.
class Setter
{
public:
    explicit Setter(const FigureLayoutInput& input)
        : in(input)
        , m_left(input.margin)
        , m_width(std::max(1.0, input.size.width() - 2 * input.margin))
    {
    }

    FigureLayout run();

private:
    double size(double share) const { return std::max(leastSize, std::round(in.fontSize * share)); }
    double gap() const { return in.fontSize * 0.6; }
    FigureTextBox box(const QString& text, double width, FigureFont font, int most) const;
    FigureTextBox titleBox() const;
    int linesWithin(double share, double fontSize, int most) const;
    void setHead();
    void setFoot();
    void setKey();
    void setKeyInRows(double width);
    bool keyGoesBeside(double height) const;
    void setPanels();
    double panelTitleHeight() const;
    double keyWidth() const;
    void place(FigureTextBox& box, double x, double y) const { box.rect.moveTo(x, y); }
    void moveFoot(double dy);

    const FigureLayoutInput& in;
    FigureLayout l;
    double m_left, m_width;
    double m_top = 0;        // of what is left for key and panels
    double m_footHeight = 0; // from the end of the panels to the page's end
    double m_panelsLeft = 0, m_panelsWidth = 0;
    double m_leftOver = 0; // below panels of a set shape
};

FigureTextBox Setter::box(const QString& text, double width, FigureFont font, int most) const
{
    FigureTextBox result;
    result.font = font;
    if (!text.trimmed().isEmpty())
        result.lines =
            wrappedText(text, width, most, [&](const QString& line) { return in.textWidth(line, font); });
    result.rect = {0, 0, width, std::ceil(double(result.lines.size()) * font.size * figureLineHeight)};
    return result;
}

// Large if it fits, else smaller by steps; at the smallest with more lines, and in the end elided.
FigureTextBox Setter::titleBox() const
{
    const double most = in.size.height() > 0 ? in.size.height() * titleShare : 1e9;
    for (const double share : titleSizes) {
        const FigureFont font{size(share), true};
        FigureTextBox title = box(in.title, m_width, font, titleLines + 1);
        if (title.lines.size() <= titleLines && title.rect.height() <= most)
            return title;
    }
    const FigureFont font{size(titleSizes.back()), true};
    const int lines =
        std::clamp(static_cast<int>(most / (font.size * figureLineHeight)), 1, titleLinesAtLeast);
    return box(in.title, m_width, font, lines);
}

void Setter::setHead()
{
    double y = in.margin;
    l.title = titleBox();
    place(l.title, m_left, y);
    y = l.title.rect.bottom();
    l.subtitle = box(in.subtitle, m_width, {size(subtitleSize)}, 3);
    place(l.subtitle, m_left, y + (l.title.isEmpty() ? 0 : in.fontSize * 0.15));
    if (!l.subtitle.isEmpty())
        y = l.subtitle.rect.bottom();
    m_top = y + (l.title.isEmpty() && l.subtitle.isEmpty() ? 0 : gap());
}

// How many lines take no more than a share of the page's height.
int Setter::linesWithin(double share, double fontSize, int most) const
{
    if (in.size.height() <= 0)
        return most;
    return std::clamp(static_cast<int>(in.size.height() * share / (fontSize * figureLineHeight)), 1, most);
}

// Laid out from y 0 down, and moved when the page's height is known.
void Setter::setFoot()
{
    double y = 0;
    const auto add = [&](FigureTextBox& into, const FigureTextBox& text) {
        into = text;
        if (text.isEmpty())
            return;
        y += y > 0 ? in.fontSize * 0.35 : gap();
        place(into, m_left, y);
        y = into.rect.bottom();
    };
    add(l.note, box(in.note, m_width, {size(noteSize)}, linesWithin(0.1, size(noteSize), 4)));
    add(l.caption, box(in.caption, m_width, {size(noteSize)}, linesWithin(0.15, size(noteSize), 8)));
    const double textsEnd = y;
    double right = m_left + m_width;
    y += gap();
    const double footTop = y;
    if (!in.logo.isEmpty()) {
        const QSizeF most(m_width * 0.25, in.fontSize * 3);
        const QSizeF fitted = in.logo.scaled(most, Qt::KeepAspectRatio);
        l.logo = QRectF(QPointF(right - fitted.width(), footTop), fitted);
        right = l.logo.left() - in.fontSize;
    }
    const FigureFont small{size(sourceSize)};
    if (!in.pageNumber.isEmpty()) {
        const double width = in.textWidth(in.pageNumber, small) + 1;
        l.pageNumber = box(in.pageNumber, width, small, 1);
        place(l.pageNumber, right - width, footTop);
        right -= width + in.fontSize;
    }
    const double width = std::max(1.0, right - m_left);
    for (const QString& text : in.source) {
        const FigureTextBox part = box(text, width, small, linesWithin(0.08, small.size, 4));
        l.source.lines << part.lines;
    }
    l.source.font = small;
    l.source.rect = {m_left, footTop, width,
                     std::ceil(double(l.source.lines.size()) * small.size * figureLineHeight)};
    const double end = std::max({footTop, l.source.rect.bottom(), l.logo.isEmpty() ? 0 : l.logo.bottom(),
                                 l.pageNumber.isEmpty() ? 0 : l.pageNumber.rect.bottom()});
    m_footHeight = (end > footTop ? end : textsEnd) + in.margin;
}

double Setter::keyWidth() const
{
    const FigureFont font{size(noteSize)};
    double widest = 0;
    for (const QString& label : in.keys)
        widest = std::max(widest, in.textWidth(label, font));
    return std::ceil(widest + 1 + in.fontSize * 2);
}

// A key in a column at the right, if that leaves larger panels than one above them.
bool Setter::keyGoesBeside(double height) const
{
    const double side = keyWidth() + in.fontSize * 1.5;
    const double lines = double(in.keys.size()) * in.fontSize * figureLineHeight * 1.15;
    if (!in.keepsAspect || in.size.height() <= 0 || side > m_width * sideKeyShare || lines > height)
        return false;
    const double rows = std::ceil(double(in.keys.size()) * keyWidth() / m_width);
    const double above = rows * in.fontSize * figureLineHeight * 1.15 + gap();
    const auto scale = [&](double width, double room) {
        return gridFor(static_cast<int>(in.panels.size()), {width, room}, in.fontSize, panelTitleHeight(),
                       in.heightFor, true)
            .usedWidth;
    };
    return scale(m_width - side, height) > scale(m_width, height - above);
}

void Setter::setKeyInRows(double width)
{
    const FigureFont font{size(noteSize)};
    const double line = std::ceil(in.fontSize * figureLineHeight * 1.15);
    const double swatch = in.fontSize * 1.25;
    const double between = in.fontSize * 1.3;
    const double right = l.keyRect.left() + width;
    double x = l.keyRect.left();
    double y = l.keyRect.top();
    for (const QString& label : in.keys) {
        FigureKeyBox key;
        const double room = std::max(1.0, width - swatch - in.fontSize * 0.4);
        key.label = box(label, room, font, 1);
        const double text = std::min(room, in.textWidth(key.label.lines.value(0), font) + 1);
        if (x > l.keyRect.left() && x + swatch + in.fontSize * 0.4 + text > right) {
            x = l.keyRect.left();
            y += line;
        }
        key.swatch = {x, y + (line - in.fontSize) / 2, swatch, in.fontSize};
        key.label.rect = {key.swatch.right() + in.fontSize * 0.4, y + (line - key.label.rect.height()) / 2,
                          text, key.label.rect.height()};
        x = key.label.rect.right() + between;
        l.keys.push_back(key);
    }
    l.keyRect.setRight(right);
    l.keyRect.setBottom(y + line);
}

void Setter::setKey()
{
    m_panelsLeft = m_left;
    m_panelsWidth = m_width;
    if (in.keys.isEmpty())
        return;
    const double height = in.size.height() - m_top - m_footHeight;
    if (keyGoesBeside(height)) {
        const double width = keyWidth();
        l.keyRect = {m_left + m_width - width, m_top, width, 0};
        setKeyInRows(width);
        m_panelsWidth -= width + in.fontSize * 1.5;
        return;
    }
    l.keyRect = {m_left, m_top, m_width, 0};
    setKeyInRows(m_width);
    m_top = l.keyRect.bottom() + gap();
}

double Setter::panelTitleHeight() const
{
    const bool any = std::any_of(in.panels.begin(), in.panels.end(),
                                 [](const QString& title) { return !title.isEmpty(); });
    return any ? std::ceil(size(1) * figureLineHeight + in.fontSize * 0.2) : 0;
}

void Setter::setPanels()
{
    const int count = static_cast<int>(in.panels.size());
    const double titleHeight = panelTitleHeight();
    const double room = in.size.height() > 0 ? std::max(1.0, in.size.height() - m_top - m_footHeight) : 0;
    const FigureGrid grid =
        gridFor(count, {m_panelsWidth, room}, in.fontSize, titleHeight, in.heightFor, in.keepsAspect);
    l.columns = grid.columns;
    l.rows = grid.rows;
    for (int i = 0; i < count; ++i) {
        const QPointF at(m_panelsLeft + (i % grid.columns) * (grid.cell.width() + grid.gap),
                         m_top + (i / grid.columns) * (grid.cell.height() + grid.gap));
        FigurePanelBox panel;
        panel.title = box(in.panels[i], grid.cell.width(), {size(1), true}, 1);
        place(panel.title, at.x(), at.y());
        panel.rect = {at.x(), at.y() + titleHeight, grid.cell.width(),
                      std::max(1.0, grid.cell.height() - titleHeight)};
        l.panels.push_back(panel);
    }
    const double height = in.size.height() > 0
                              ? in.size.height()
                              : m_top + grid.rows * (grid.cell.height() + grid.gap) - grid.gap + m_footHeight;
    l.size = {in.size.width(), std::ceil(height)};
    m_leftOver = room > 0 ? std::max(0.0, room - grid.rows * (grid.cell.height() + grid.gap) + grid.gap) : 0;
}

void Setter::moveFoot(double dy)
{
    for (QRectF* rect : {&l.note.rect, &l.caption.rect})
        rect->translate(0, dy - m_leftOver); // they belong to the panels
    for (QRectF* rect : {&l.source.rect, &l.pageNumber.rect, &l.logo})
        rect->translate(0, dy);
}

FigureLayout Setter::run()
{
    setHead();
    setFoot();
    setKey();
    setPanels();
    moveFoot(l.size.height() - m_footHeight);
    return l;
}

QString numbersOf(const QRectF& rect)
{
    return QStringLiteral("%1,%2 %3×%4")
        .arg(std::lround(rect.left()))
        .arg(std::lround(rect.top()))
        .arg(std::lround(rect.width()))
        .arg(std::lround(rect.height()));
}

} // namespace

QStringList wrappedText(const QString& text, double room, int most, const LineWidth& textWidth)
{
    QStringList lines;
    const QStringList paragraphs = text.split(u'\n');
    for (const QString& paragraph : paragraphs) {
        qsizetype from = 0;
        do {
            const qsizetype end = lineEnd(paragraph, from, room, textWidth);
            lines << paragraph.mid(from, end - from).trimmed();
            from = end;
            while (from < paragraph.size() && paragraph[from].isSpace())
                ++from;
        } while (from < paragraph.size() && lines.size() <= most);
    }
    if (lines.size() > most) {
        lines = lines.mid(0, most);
        lines.last() = elidedTo(lines.last(), room, textWidth);
    }
    return lines;
}

FigureLayout layoutFigure(const FigureLayoutInput& input)
{
    return Setter(input).run();
}

QString FigureLayout::toText() const
{
    QStringList out{
        QStringLiteral("page %1×%2").arg(std::lround(size.width())).arg(std::lround(size.height()))};
    const auto add = [&out](const char* name, const FigureTextBox& box) {
        if (!box.isEmpty())
            out << QStringLiteral("%1 %2 %3px: %4")
                       .arg(QLatin1String(name), numbersOf(box.rect), QString::number(box.font.size, 'g', 3),
                            box.lines.join(QStringLiteral(" | ")));
    };
    add("title", title);
    add("subtitle", subtitle);
    for (const FigureKeyBox& key : keys)
        out << QStringLiteral("key %1: %2").arg(numbersOf(key.swatch), key.label.lines.value(0));
    for (const FigurePanelBox& panel : panels) {
        add("panel title", panel.title);
        out << QStringLiteral("panel %1").arg(numbersOf(panel.rect));
    }
    add("note", note);
    add("caption", caption);
    add("source", source);
    add("number", pageNumber);
    if (!logo.isEmpty())
        out << QStringLiteral("logo %1").arg(numbersOf(logo));
    return out.join(u'\n');
}

} // namespace interdict
