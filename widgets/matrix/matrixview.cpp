// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/matrix/matrixview.h"

#include "model/workspace.h"
#include "widgets/matrix/matrixaccessible.h"
#include "widgets/matrix/matrixpainter.h"
#include "widgets/matrix/matrixwords.h"
#include "widgets/timeline/hovercard.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace interdict {

namespace {

QString codeAt(const std::vector<CrossHeading>& headings, int index)
{
    return index < 0 || index >= static_cast<int>(headings.size())
               ? QString()
               : headings[static_cast<std::size_t>(index)].code;
}

// Where a code stands now; -1 for that of all.
std::optional<int> indexOf(const std::vector<CrossHeading>& headings, const QString& code)
{
    if (code.isEmpty())
        return -1;
    const auto it = std::find_if(headings.begin(), headings.end(),
                                 [&code](const CrossHeading& heading) { return heading.code == code; });
    return it == headings.end() ? std::nullopt : std::optional(static_cast<int>(it - headings.begin()));
}

} // namespace

MatrixView::MatrixView(Workspace& workspace, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_workspace(workspace)
    , m_card(new HoverCard(*this))
{
    m_textWidth = [this, widths = QHash<QString, double>(), of = QFont()](const QString& text) mutable {
        if (of != font()) {
            of = font();
            widths.clear();
        }
        const auto known = widths.constFind(text);
        return known != widths.cend() ? *known
                                      : *widths.insert(text, QFontMetricsF(of).horizontalAdvance(text));
    };
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    installMatrixAccessibility(); // before anything asks for the view's interface
    setAccessibleName(tr("Matrix"));
    for (const auto signal : {&Workspace::dataSetChanged, &Workspace::recordChanged,
                              &Workspace::resultChanged, &Workspace::asOfChanged})
        connect(&workspace, signal, this, &MatrixView::invalidate);
}

void MatrixView::setSpec(const MatrixSpec& spec)
{
    if (spec == m_spec)
        return;
    const bool isTurned = spec.rows == m_spec.columns && spec.columns == m_spec.rows;
    m_spec = spec;
    if (isTurned) {
        std::swap(m_focusCodes.first, m_focusCodes.second);
        m_focus = m_focus ? std::optional(CrossSpot{m_focus->column, m_focus->row}) : std::nullopt;
    }
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
    Q_EMIT specChanged();
    invalidate();
}

// --- What is shown ---

const CrossTable& MatrixView::table() const
{
    if (!m_table)
        m_table = crossTable(m_workspace, m_spec);
    return *m_table;
}

MatrixMeasures MatrixView::measures() const
{
    return {m_textWidth, std::ceil(QFontMetricsF(font()).height()), locale()};
}

const MatrixLayout& MatrixView::shown() const
{
    if (!m_layout) {
        const MatrixMeasures with = measures();
        m_layout = layoutMatrix({table(),
                                 measureMatrix(table(), with, QSizeF(viewport()->size())),
                                 QSizeF(viewport()->size()),
                                 QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value()),
                                 {0, static_cast<int>(table().rows.size())},
                                 {0, static_cast<int>(table().columns.size())},
                                 with});
    }
    return *m_layout;
}

void MatrixView::invalidate()
{
    m_table.reset();
    m_layout.reset();
    m_pressed.reset();
    if (isVisible())
        relayout();
    Q_EMIT tableChanged();
}

// The focus follows its row and column; the pointer keeps still above what is there now.
void MatrixView::relayout()
{
    m_layout.reset();
    if (m_focus) {
        const auto row = indexOf(table().rows, m_focusCodes.first);
        const auto column = indexOf(table().columns, m_focusCodes.second);
        m_focus =
            row && column && !table().isEmpty() ? std::optional(CrossSpot{*row, *column}) : std::nullopt;
    }
    m_hovered.reset();
    m_card->hide();
    const MatrixLayout& layout = shown();
    const QPointF range = layout.scrollRange();
    horizontalScrollBar()->setRange(0, static_cast<int>(std::ceil(range.x())));
    horizontalScrollBar()->setPageStep(static_cast<int>(layout.body.width()));
    horizontalScrollBar()->setSingleStep(static_cast<int>(layout.frame.cellWidth));
    verticalScrollBar()->setRange(0, static_cast<int>(std::ceil(range.y())));
    verticalScrollBar()->setPageStep(static_cast<int>(layout.body.height()));
    verticalScrollBar()->setSingleStep(static_cast<int>(layout.frame.cellHeight));
    m_layout.reset();
    viewport()->update();
}

void MatrixView::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(viewport()->rect(), theme.panel);
    MatrixStyle style{theme,     MarkScheme(theme, m_workspace.vocabulary(), ColourBy::Measure),
                      locale(),  true,
                      m_hovered, hasFocus() ? m_focus : std::nullopt};
    paintMatrix(painter, shown(), table(), style);
    if (const QString text = emptyMatrixText(m_workspace, table()); !text.isEmpty()) {
        painter.setPen(theme.dim);
        painter.drawText(viewport()->rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap,
                         text);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void MatrixView::resizeEvent(QResizeEvent*)
{
    relayout();
}

void MatrixView::scrollContentsBy(int, int)
{
    m_layout.reset();
    m_hovered.reset();
    m_card->hide();
    viewport()->update();
}

void MatrixView::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    relayout();
}

void MatrixView::hideEvent(QHideEvent* event)
{
    QAbstractScrollArea::hideEvent(event);
    m_card->hide();
}

void MatrixView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        relayout();
    viewport()->update();
}

// --- Words and choice ---

QString MatrixView::summary(CrossSpot spot) const
{
    return spotSummary({table(), m_workspace.columns(), m_workspace.vocabulary(), locale()}, spot);
}

QRect MatrixView::rectOf(CrossSpot spot) const
{
    return shown().rectOf(spot).toAlignedRect().translated(viewport()->pos());
}

std::optional<CrossSpot> MatrixView::spotAtPixel(QPoint onView) const
{
    return shown().spotAt(onView - viewport()->pos());
}

bool MatrixView::isChosen(CrossSpot spot) const
{
    return spot != CrossSpot{} && cellFilter(m_workspace.filter(), table(), spot) == m_workspace.filter();
}

void MatrixView::choose(CrossSpot spot)
{
    if (table().isEmpty() || table().at(spot).count == 0)
        return;
    m_workspace.setFilter(isChosen(spot) ? withoutCell(m_workspace.filter(), table(), spot)
                                         : cellFilter(m_workspace.filter(), table(), spot));
}

void MatrixView::setFocusSpot(std::optional<CrossSpot> spot)
{
    if (spot && table().isEmpty())
        spot.reset();
    m_focus = spot;
    m_focusCodes = {};
    if (spot) {
        m_focusCodes = {codeAt(table().rows, spot->row), codeAt(table().columns, spot->column)};
        const QPointF to = shown().scrollTo(*spot);
        horizontalScrollBar()->setValue(static_cast<int>(std::ceil(to.x())));
        verticalScrollBar()->setValue(static_cast<int>(std::ceil(to.y())));
        m_hovered.reset();
        announceFocus(*this);
    }
    tellOf(m_focus);
    viewport()->update();
}

void MatrixView::tellOf(std::optional<CrossSpot> spot)
{
    const bool isNothing = !spot || table().isEmpty() || table().at(*spot).count == 0;
    if (isNothing || !isVisible())
        return m_card->hide();
    const MatrixStory story{table(), m_workspace.columns(), m_workspace.vocabulary(), locale()};
    QString text = QStringLiteral("<b>%1</b>").arg(spotTitle(story, *spot).toHtmlEscaped());
    for (const QString& line : spotLines(story, *spot))
        text += QStringLiteral("<br>") + line.toHtmlEscaped();
    m_card->tell(text, rectOf(*spot) & viewport()->geometry());
}

void MatrixView::setHovered(std::optional<CrossSpot> spot)
{
    if (spot == m_hovered)
        return;
    m_hovered = spot;
    const bool isCountable = spot && table().at(*spot).count > 0 && *spot != CrossSpot{};
    viewport()->setCursor(isCountable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    tellOf(spot);
    viewport()->update();
}

// --- Input ---

bool MatrixView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        setHovered(std::nullopt);
    return QAbstractScrollArea::viewportEvent(event);
}

void MatrixView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_pressed = shown().spotAt(event->position());
}

void MatrixView::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(shown().spotAt(event->position()));
}

void MatrixView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    const CrossSpot spot = *std::exchange(m_pressed, std::nullopt);
    if (shown().spotAt(event->position()) == spot)
        choose(spot);
}

std::optional<CrossSpot> MatrixView::moved(const QKeyEvent& event) const
{
    const int lastRow = static_cast<int>(table().rows.size()) - 1;
    const int lastColumn = static_cast<int>(table().columns.size()) - 1;
    const bool isControl = event.modifiers() & Qt::ControlModifier;
    const int page = std::max(1, static_cast<int>(shown().body.height() / shown().frame.cellHeight) - 1);
    CrossSpot spot = m_focus.value_or(CrossSpot{-1, -1});
    switch (event.key()) {
    case Qt::Key_Left:
        --spot.column;
        break;
    case Qt::Key_Right:
        ++spot.column;
        break;
    case Qt::Key_Up:
        --spot.row;
        break;
    case Qt::Key_Down:
        ++spot.row;
        break;
    case Qt::Key_PageUp:
        spot.row -= page;
        break;
    case Qt::Key_PageDown:
        spot.row += page;
        break;
    case Qt::Key_Home:
        spot = {isControl ? 0 : spot.row, 0};
        break;
    case Qt::Key_End:
        spot = {isControl ? lastRow : spot.row, lastColumn};
        break;
    default:
        return std::nullopt;
    }
    if (!m_focus) // the first key begins at the first cell
        return CrossSpot{0, 0};
    return CrossSpot{std::clamp(spot.row, -1, lastRow), std::clamp(spot.column, -1, lastColumn)};
}

void MatrixView::keyPressEvent(QKeyEvent* event)
{
    if (const auto spot = moved(*event)) {
        if (!table().isEmpty())
            setFocusSpot(spot);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focus)
            return choose(*m_focus);
        break;
    case Qt::Key_Escape:
        if (m_focus)
            return setFocusSpot(std::nullopt);
        break;
    case Qt::Key_T:
        if (!(event->modifiers() & ~Qt::ShiftModifier))
            return setSpec({m_spec.columns, m_spec.rows, m_spec.value, m_spec.order});
        break;
    default:
        break;
    }
    event->ignore();
}

void MatrixView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (!m_focus && event->reason() != Qt::MouseFocusReason && !table().isEmpty() && isVisible())
        setFocusSpot(CrossSpot{0, 0});
    viewport()->update();
}

void MatrixView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_card->hide();
    viewport()->update();
}

} // namespace interdict
