// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/tablebar.h"

#include "model/exchange/import/valuereader.h"

#include "widgets/detail/cardparts.h"
#include "widgets/editor/flowlayout.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace interdict {

namespace {

constexpr qsizetype previewLength = 60;

struct Encoding
{
    const char* option;
    const char* shown; // as ImportTable::encoding
};
constexpr Encoding encodings[]{
    {"utf-8", "UTF-8"}, {"windows-1252", "Windows-1252"}, {"latin1", "ISO-8859-1"}, {"utf-16", "UTF-16"}};

// A combo box that keeps its place in a narrow window.
QComboBox* makeCombo(const QString& name, QWidget* parent)
{
    auto* combo = new QComboBox(parent);
    combo->setProperty("flat", true);
    combo->setAccessibleName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return combo;
}

QString preview(const TableRow& row)
{
    QStringList cells = row.cells;
    cells.removeAll(QString());
    QString text = cells.join(QStringLiteral(" · ")).simplified();
    if (text.size() > previewLength)
        text = text.left(previewLength - 1) + u'…';
    return TableBar::tr("Row %1: %2").arg(QLocale().toString(row.number), text);
}

void choose(QComboBox& combo, const QVariant& value)
{
    combo.setCurrentIndex(std::max(0, combo.findData(value)));
}

} // namespace

TableBar::TableBar(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new FlowLayout(4, 0, this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_sheet = add(tr("Shee&t"), tr("The sheet that is imported"));
    m_encoding = add(tr("&Encoding"), tr("Where letters look wrong, choose another"));
    m_delimiter = add(tr("Cells &divided by"), tr("What stands between two cells of a row"));
    m_headerRow = add(tr("&Header in"),
                      tr("The row that holds the names of the columns; what is above it is passed over"));
    for (const Encoding& encoding : encodings)
        m_encoding.combo->addItem(QLatin1String(encoding.shown), QLatin1String(encoding.option));
    m_delimiter.combo->addItem(tr("comma"), QChar(u','));
    m_delimiter.combo->addItem(tr("semicolon"), QChar(u';'));
    m_delimiter.combo->addItem(tr("tab"), QChar(u'\t'));
    m_delimiter.combo->addItem(tr("vertical bar"), QChar(u'|'));
    connect(m_sheet.combo, &QComboBox::activated, this,
            [this] { Q_EMIT sheetChosen(m_sheet.combo->currentText()); });
    connect(m_encoding.combo, &QComboBox::activated, this, [this] {
        m_options.encoding = m_encoding.combo->currentData().toString();
        Q_EMIT optionsChosen(m_options);
    });
    connect(m_delimiter.combo, &QComboBox::activated, this, [this] {
        m_options.delimiter = m_delimiter.combo->currentData().toChar();
        Q_EMIT optionsChosen(m_options);
    });
    connect(m_headerRow.combo, &QComboBox::activated, this, [this] {
        m_options.headerRow = m_headerRow.combo->currentData().toInt();
        m_options.sheet = m_sheetName;
        Q_EMIT optionsChosen(m_options);
    });
}

TableBar::Choice TableBar::add(const QString& label, const QString& help)
{
    Choice choice{new QWidget(this), nullptr};
    choice.combo = makeCombo(QString(label).remove(u'&'), choice.box);
    choice.combo->setToolTip(help);
    auto* text = new QLabel(label, choice.box);
    text->setBuddy(choice.combo);
    auto* row = new QHBoxLayout(choice.box);
    row->setContentsMargins(0, 0, 10, 0);
    row->setSpacing(4);
    row->addWidget(text);
    row->addWidget(choice.combo);
    layout()->addWidget(choice.box);
    return choice;
}

void TableBar::setSource(const ImportSource& source)
{
    using Format = ImportTable::Format;
    const ImportTable& table = *source.table;
    m_options = source.options;
    m_sheetName = source.rows().name;
    const bool isText = table.format == Format::Text;
    m_sheet.combo->clear();
    for (const TableSheet& sheet : table.sheets)
        m_sheet.combo->addItem(sheet.name);
    m_sheet.combo->setCurrentIndex(static_cast<int>(source.sheet));
    m_sheet.box->setVisible(table.sheets.size() > 1);
    m_encoding.box->setVisible(isText || table.format == Format::Json);
    m_encoding.combo->setCurrentIndex(m_encoding.combo->findText(table.encoding, Qt::MatchFixedString));
    if (m_encoding.combo->currentIndex() < 0)
        choose(*m_encoding.combo, source.options.encoding);
    m_delimiter.box->setVisible(isText);
    if (m_delimiter.combo->findData(table.delimiter) < 0)
        m_delimiter.combo->addItem(table.delimiter, table.delimiter);
    choose(*m_delimiter.combo, table.delimiter);
    m_headerRow.box->setVisible(!source.rows().top.empty());
    fillHeaderRows(source.rows());
}

void TableBar::fillHeaderRows(const TableSheet& sheet)
{
    m_headerRow.combo->clear();
    for (const TableRow& row : sheet.top)
        m_headerRow.combo->addItem(preview(row), row.number);
    m_headerRow.combo->addItem(tr("No row: columns are numbered"), 0);
    choose(*m_headerRow.combo, sheet.headerRow);
}

DateOrderBar::DateOrderBar(QWidget* parent)
    : QWidget(parent)
    , m_question(new QLabel(this))
    , m_order(makeCombo(tr("Order of dates"), this))
    , m_why(makeText({}, TextRole::Dim, this))
{
    m_question->setTextFormat(Qt::PlainText);
    m_question->setBuddy(m_order);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_question);
    row->addWidget(m_order);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_why);
    connect(m_order, &QComboBox::activated, this, [this] {
        if (const QVariant order = m_order->currentData(); order.isValid())
            Q_EMIT orderChosen(static_cast<DateOrder>(order.toInt()));
    });
    hide();
}

void DateOrderBar::setEvidence(const DateOrderEvidence& evidence, std::optional<DateOrder> order)
{
    setVisible(evidence.eitherWay > 0);
    if (evidence.eitherWay == 0)
        return;
    m_question->setText(tr("D&ates such as %1 are").arg(evidence.example));
    m_order->clear();
    if (!order)
        m_order->addItem(tr("Choose…"));
    for (const DateOrder each : {DateOrder::DayMonthYear, DateOrder::MonthDayYear}) {
        const auto read = readDate(normalizedDateText(evidence.example), QLocale(), each).date;
        const QString date = read ? read->display(QLocale()) : QString();
        m_order->addItem(each == DateOrder::DayMonthYear ? tr("%1 (day first)").arg(date)
                                                         : tr("%1 (month first)").arg(date),
                         static_cast<int>(each));
    }
    choose(*m_order, order ? QVariant(static_cast<int>(*order)) : QVariant());
    QStringList why{tr("%Ln date(s) can be read either way.", nullptr, evidence.eitherWay)};
    if (evidence.dayFirst > 0)
        why << tr("%Ln date(s) of the table can only have the day first.", nullptr, evidence.dayFirst);
    if (evidence.monthFirst > 0)
        why << tr("%Ln date(s) of the table can only have the month first.", nullptr, evidence.monthFirst);
    if (evidence.dayFirst == 0 && evidence.monthFirst == 0)
        why << tr("No other date of the table shows which is meant.");
    m_why->setText(why.join(u' '));
}

} // namespace interdict
