// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/sourcecard.h"

#include "widgets/editor/datefield.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/editor/offers.h"
#include "widgets/theme/icons.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace interdict {

SourceCard::SourceCard(Day today, QWidget* parent)
    : QFrame(parent)
    , m_heading(new QLabel(this))
    , m_away(new QToolButton(this))
    , m_grid(new QGridLayout(this))
    , m_date(new DateField(tr("Date"), today, this))
    , m_findings(new FindingList(this))
{
    const QString names[partCount] = {tr("Title"), tr("Address"), tr("Publisher"),
                                      tr("Date"),  tr("Kind"),    tr("Archived at")};
    const QString hints[partCount] = {
        tr("Headline, or the document's name"), QStringLiteral("https://…"),
        tr("Newspaper, ministry, court"),       {},
        tr("law, official, court, press …"),    QStringLiteral("https://web.archive.org/…")};
    for (std::size_t part = 0; part < partCount; ++part) {
        const bool isDate = part == Date;
        m_fields[part] = isDate ? m_date->lineEdit() : new QLineEdit(this);
        if (!isDate)
            m_fields[part]->setPlaceholderText(hints[part]);
        m_labels[part] = new QLabel(names[part], this);
        m_labels[part]->setContentsMargins(0, 5, 0, 0); // on the line of the field's text
        m_labels[part]->setBuddy(m_fields[part]);
        connect(m_fields[part], &QLineEdit::textChanged, this, &SourceCard::changed);
    }
    auto* kinds = new Offers(Offers::Kind::Free, field(Kind));
    kinds->setOffers({{tr("law"), {}, {}, {}, {}},
                      {tr("official"), {}, {}, {}, {}},
                      {tr("court"), {}, {}, {}, {}},
                      {tr("press"), {}, {}, {}, {}}});
    connect(kinds, &Offers::picked, this, [this](const Offer& offer) { field(Kind)->setText(offer.text); });
    m_away->setIcon(glyphIcon(Glyph::Close, Theme::of(palette())));
    m_away->setProperty("flat", true);
    m_away->setToolTip(tr("Remove this source"));
    connect(m_away, &QToolButton::clicked, this, &SourceCard::removeAsked);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_heading->setFont(bold);
    m_grid->setContentsMargins(10, 6, 8, 10);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);
    setFocusProxy(field(Title));
    arrange(false);
}

void SourceCard::setNumber(int number)
{
    m_heading->setText(tr("Source %1").arg(number));
    m_away->setAccessibleName(tr("Remove source %1").arg(number));
    for (std::size_t part = 0; part < partCount; ++part)
        m_fields[part]->setAccessibleName(
            tr("%1 of source %2", "Title of source 1").arg(m_labels[part]->text()).arg(number));
}

SourceText SourceCard::source() const
{
    return {field(Title)->text(), field(Publisher)->text(), field(Url)->text(),
            field(Date)->text(),  field(Kind)->text(),      field(Archived)->text()};
}

void SourceCard::setSource(const SourceText& source)
{
    const QString* texts[partCount] = {&source.title, &source.url,  &source.publisher,
                                       &source.date,  &source.kind, &source.archivedUrl};
    for (std::size_t part = 0; part < partCount; ++part) {
        m_fields[part]->setText(*texts[part]);
        m_fields[part]->setCursorPosition(0);
    }
}

void SourceCard::setFindings(const std::vector<Finding>& findings)
{
    m_findings->setFindings(findings);
    field(Title)->setAccessibleDescription(m_findings->text());
}

QWidget* SourceCard::firstControl() const
{
    return field(Title);
}

QList<QWidget*> SourceCard::tabStops() const
{
    QList<QWidget*> stops;
    for (std::size_t part = 0; part < partCount; ++part) {
        stops.append(m_fields[part]);
        if (part == Date)
            stops.append(m_date->button());
    }
    stops.append(m_away);
    return stops;
}

// Two fields a line where there is room, else one.
void SourceCard::arrange(bool isWide)
{
    if (m_isWide == isWide)
        return;
    m_isWide = isWide;
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    const int columns = isWide ? 4 : 2;
    m_grid->addWidget(m_heading, 0, 0, 1, columns - 1);
    m_grid->addWidget(m_away, 0, columns - 1, Qt::AlignRight);
    int row = 1;
    int column = 0;
    for (std::size_t part = 0; part < partCount; ++part) {
        QWidget* control = part == Date ? static_cast<QWidget*>(m_date) : m_fields[part];
        m_grid->addWidget(m_labels[part], row, column, Qt::AlignTop);
        const bool isWhole = !isWide || part == Title || part == Url;
        m_grid->addWidget(control, row, column + 1, 1, isWhole ? columns - 1 : 1, Qt::AlignTop);
        const bool isLineFull = isWhole || column > 0;
        row += isLineFull ? 1 : 0;
        column = isLineFull ? 0 : 2;
    }
    m_grid->addWidget(m_findings, row + 1, 0, 1, columns);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, isWide ? 1 : 0);
}

void SourceCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrange(width() > 36 * fontMetrics().height());
}

void SourceCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(mixed(theme.panel, theme.ground, 0.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace interdict
