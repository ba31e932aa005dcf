// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figureclipboard.h"

#include "model/event/partialdate.h"
#include "model/exchange/celltext.h"
#include "widgets/figure/pngwriter.h"
#include "widgets/figure/svgwriter.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("FigureClipboard", text);
}

// One line a row; a number's minus is no formula.
QString tabCell(const NumberCell& cell)
{
    const QString text = cellText(cell).simplified();
    return std::holds_alternative<double>(cell) ? text : withFormulaGuard(text);
}

QString tabbed(const NumberTable& table)
{
    QString out = table.headers.join(u'\t') + u'\n';
    for (const auto& row : table.rows) {
        QStringList cells;
        for (const NumberCell& cell : row)
            cells << tabCell(cell);
        out += cells.join(u'\t') + u'\n';
    }
    return out;
}

QString htmlTable(const NumberTable& table)
{
    QString out = QStringLiteral("<table><caption>%1</caption>\n<tr>").arg(table.title.toHtmlEscaped());
    for (const QString& header : table.headers)
        out += QStringLiteral("<th>%1</th>").arg(header.toHtmlEscaped());
    out += QLatin1String("</tr>\n");
    for (const auto& row : table.rows) {
        out += QLatin1String("<tr>");
        for (const NumberCell& cell : row)
            out += (std::holds_alternative<double>(cell) ? QStringLiteral("<td align=\"right\">%1</td>")
                                                         : QStringLiteral("<td>%1</td>"))
                       .arg(cellText(cell).toHtmlEscaped());
        out += QLatin1String("</tr>\n");
    }
    return out + QLatin1String("</table>\n");
}

} // namespace

Result<std::unique_ptr<QMimeData>> pictureForClipboard(const Figure& figure, const FigureStamp& stamp,
                                                       int page, const FigureFileOptions& options)
{
    const auto png = figureBytes(figure, stamp, FigureFormat::Png, options, page);
    if (!png)
        return tl::make_unexpected(png.error());
    const auto svg = figureBytes(figure, stamp, FigureFormat::Svg, options, page);
    if (!svg)
        return tl::make_unexpected(svg.error());
    auto data = std::make_unique<QMimeData>();
    data->setData(QStringLiteral("image/png"), *png);
    data->setData(QStringLiteral("image/svg+xml"), *svg);
    data->setImageData(QImage::fromData(*png, "png"));
    return data;
}

std::unique_ptr<QMimeData> numbersForClipboard(std::span<const NumberTable> tables)
{
    QStringList texts;
    QString html = QStringLiteral("<meta charset=\"utf-8\">\n");
    for (const NumberTable& table : tables) {
        texts << (tables.size() > 1 ? table.title.simplified() + u'\n' : QString()) + tabbed(table);
        html += htmlTable(table);
    }
    auto data = std::make_unique<QMimeData>();
    data->setText(texts.join(u'\n'));
    data->setData(QStringLiteral("text/tab-separated-values"), data->text().toUtf8());
    if (const auto csv = numbersToCsv(tables))
        data->setData(QStringLiteral("text/csv"), *csv);
    data->setHtml(html);
    return data;
}

std::unique_ptr<QMimeData> wordsForClipboard(const Figure& figure, const FigureStamp& stamp)
{
    QStringList lines{figure.title(), pageInfo(figure, stamp).description};
    if (!stamp.spec.caption.isEmpty())
        lines << stamp.spec.caption;
    lines << tr("Made with %1 on %2.").arg(stamp.program, displayDay(stamp.made, QLocale()));
    auto data = std::make_unique<QMimeData>();
    data->setText(lines.filter(QRegularExpression(QStringLiteral("\\S"))).join(u'\n') + u'\n');
    return data;
}

} // namespace interdict
