// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/findinglabel.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace interdict {

namespace {
constexpr int signRoom = 18;
}

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
    setContentsMargins(signRoom, 0, 0, 0);
    setAccessibleName(m_severity == Finding::Severity::Error ? tr("To mend: %1").arg(finding.message)
                                                             : tr("To look at: %1").arg(finding.message));
    dress();
}

void FindingLabel::dress()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, findingColour(m_severity, Theme::of(colours)));
    if (colours != palette())
        setPalette(colours);
}

void FindingLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        dress();
    QLabel::changeEvent(event);
}

// An error is a filled disc with a cross, a doubt a ring with a question mark.
void FindingLabel::paintEvent(QPaintEvent* event)
{
    const Theme& theme = Theme::of(palette());
    const QColor colour = findingColour(m_severity, theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre(7, fontMetrics().height() / 2.0 + 0.5);
    painter.setPen(QPen(colour, 1.3));
    painter.setBrush(m_severity == Finding::Severity::Error ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, 6, 6);
    if (m_severity == Finding::Severity::Error) {
        painter.setPen(QPen(theme.panel, 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(centre + QPointF(-2.2, -2.2), centre + QPointF(2.2, 2.2));
        painter.drawLine(centre + QPointF(-2.2, 2.2), centre + QPointF(2.2, -2.2));
    } else {
        QFont small = font();
        small.setPixelSize(10);
        small.setWeight(QFont::DemiBold);
        painter.setFont(small);
        painter.drawText(QRectF(centre - QPointF(6, 6), QSizeF(12, 12)), Qt::AlignCenter,
                         QStringLiteral("?"));
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
