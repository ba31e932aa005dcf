// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/detail/casechain.h"

#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace interdict {

namespace {
constexpr int textLeft = 18;
constexpr int gap = 4; // above and below a step
constexpr double markSize = 10;
} // namespace

CaseStepButton::CaseStepButton(const CaseStep& step, Place place, const MarkStyle& mark, QWidget* parent)
    : QAbstractButton(parent)
    , m_step(step)
    , m_place(place)
    , m_mark(mark)
{
    setText(step.title);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    const QString name = QStringLiteral("%1, %2").arg(step.title, subline());
    setAccessibleName(place.isCurrent ? tr("%1, shown").arg(name) : name);
}

QFont CaseStepButton::titleFont() const
{
    QFont result = font();
    if (m_place.isCurrent)
        result.setWeight(QFont::DemiBold);
    return result;
}

QString CaseStepButton::subline() const
{
    return m_step.relation.isEmpty() ? m_step.date
                                     : QStringLiteral("%1 · %2").arg(m_step.date, m_step.relation);
}

QRect CaseStepButton::titleRect(int width) const
{
    const QRect room(textLeft, gap, std::max(40, width - textLeft - 2), 10000);
    return QFontMetrics(titleFont()).boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, m_step.title);
}

int CaseStepButton::heightForWidth(int width) const
{
    const QRect room(textLeft, 0, std::max(40, width - textLeft - 2), 10000);
    const int below = fontMetrics().boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, subline()).height();
    return titleRect(width).height() + below + 2 * gap;
}

QSize CaseStepButton::sizeHint() const
{
    return {240, heightForWidth(240)};
}

void CaseStepButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF mark(markSize / 2 + 1.5, gap + QFontMetrics(titleFont()).height() / 2.0 + 0.5);
    paintLine(painter, mark);
    paintMark(painter, m_mark, mark, markSize, markOutline(m_mark, theme));
    painter.setFont(titleFont());
    painter.setPen(underMouse() && !m_place.isCurrent ? theme.accent : theme.ink);
    const QRect title = titleRect(width());
    painter.drawText(QRect(textLeft, gap, width() - textLeft - 2, title.height()),
                     Qt::AlignLeft | Qt::TextWordWrap, m_step.title);
    painter.setFont(font());
    painter.setPen(theme.dim);
    painter.drawText(QRect(textLeft, gap + title.height(), width() - textLeft - 2, height()),
                     Qt::AlignLeft | Qt::TextWordWrap, subline());
    if (hasFocus())
        paintFocusRing(painter, rect(), theme.accent);
}

void CaseStepButton::paintLine(QPainter& painter, const QPointF& mark) const
{
    painter.setPen(QPen(Theme::of(palette()).faint, 1));
    const double reach = markSize / 2 + 2;
    const double x = std::floor(mark.x()) + 0.5;
    if (!m_place.isFirst)
        painter.drawLine(QPointF(x, 0), QPointF(x, mark.y() - reach));
    if (!m_place.isLast)
        painter.drawLine(QPointF(x, mark.y() + reach), QPointF(x, height()));
}

void CaseStepButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event); // arrows walk through the chain
}

CaseChain::CaseChain(const Workspace& workspace, const std::vector<CaseStep>& steps,
                     std::optional<Row> current, bool isJoined, QWidget* parent)
    : QWidget(parent)
{
    const MarkScheme marks(Theme::of(parent->palette()), workspace.vocabulary(), ColourBy::Measure);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (std::size_t number = 0; number < steps.size(); ++number) {
        const CaseStep& step = steps[number];
        const bool isCurrent = current == step.row;
        const CaseStepButton::Place place{number == 0 || !isJoined, number + 1 == steps.size() || !isJoined,
                                          isCurrent};
        const MarkStyle& style = marks.style(step.measure);
        const bool isPublished = workspace.columns().isPublished(step.row);
        auto* button = new CaseStepButton(step, place, isPublished ? style : dashed(style), this);
        connect(button, &QAbstractButton::clicked, this, [this, row = step.row] { Q_EMIT stepClicked(row); });
        layout->addWidget(button);
        if (isCurrent)
            m_current = button;
    }
}

} // namespace interdict
