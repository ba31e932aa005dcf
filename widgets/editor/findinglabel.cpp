// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/findinglabel.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace interdict {

namespace {
int signRoom(const QFontMetrics& metrics)
{
    return metrics.height() + 1;
}
} // namespace

QColor findingColour(Finding::Severity severity, const Theme& theme)
{
    if (severity == Finding::Severity::Error)
        return theme.dark ? QColor(0xff8a80) : QColor(0xb3261e);
    return theme.dark ? QColor(0xe0b040) : QColor(0x8a5a00);
}

FindingLabel::FindingLabel(const Finding& finding, QWidget* parent)
    : QLabel(finding.message, parent)
    , m_severity(finding.severity)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAccessibleName(m_severity == Finding::Severity::Error ? tr("To mend: %1").arg(finding.message)
                                                             : tr("To look at: %1").arg(finding.message));
    dress();
}

void FindingLabel::dress()
{
    setContentsMargins(signRoom(fontMetrics()), 0, 0, 0);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, findingColour(m_severity, Theme::of(colours)));
    if (colours != palette())
        setPalette(colours);
}

void FindingLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        dress();
    QLabel::changeEvent(event);
}

// An error is a filled disc with a cross, a doubt a ring with a question mark; as large as the letters.
void FindingLabel::paintEvent(QPaintEvent* event)
{
    const Theme& theme = Theme::of(palette());
    const QColor colour = findingColour(m_severity, theme);
    const double radius = signRoom(fontMetrics()) / 3.0;
    const QPointF centre(radius + 1, fontMetrics().height() / 2.0 + 0.5);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, radius / 4.5));
    painter.setBrush(m_severity == Finding::Severity::Error ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, radius, radius);
    if (m_severity == Finding::Severity::Error) {
        const double arm = radius * 0.38;
        painter.setPen(QPen(theme.panel, radius / 3.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm));
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm));
    } else {
        QFont small = font();
        small.setPixelSize(static_cast<int>(radius * 1.6));
        small.setWeight(QFont::DemiBold);
        painter.setFont(small);
        painter.drawText(QRectF(centre - QPointF(radius, radius), 2 * QSizeF(radius, radius)),
                         Qt::AlignCenter, QStringLiteral("?"));
    }
    painter.end();
    QLabel::paintEvent(event);
}

FindingList::FindingList(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 2, 0, 0);
    m_layout->setSpacing(1);
    hide();
}

void FindingList::setFindings(const std::vector<Finding>& findings)
{
    if (m_findings == findings)
        return;
    m_findings = findings;
    for (FindingLabel* label : m_labels)
        delete label;
    m_labels.clear();
    for (const Finding& finding : findings) {
        auto* label = new FindingLabel(finding, this);
        m_layout->addWidget(label);
        m_labels.push_back(label);
    }
    setVisible(!findings.empty());
}

QString FindingList::text() const
{
    QStringList lines;
    for (const Finding& finding : m_findings)
        lines.append(finding.message);
    return lines.join(QLatin1Char('\n'));
}

} // namespace interdict
