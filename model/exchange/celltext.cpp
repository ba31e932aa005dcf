// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/celltext.h"

#include <algorithm>

namespace interdict {

namespace {

bool startsFormula(QChar c)
{
    return QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20").contains(c);
}

// A formula's first sign, after any number of '.
bool needsGuard(const QString& text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return c != u'\''; });
    return first != text.end() && startsFormula(*first);
}

} // namespace

QString withFormulaGuard(const QString& text)
{
    return needsGuard(text) ? u'\'' + text : text;
}

QString withoutFormulaGuard(const QString& cell)
{
    return cell.startsWith(u'\'') && needsGuard(cell) ? cell.mid(1) : cell;
}

QString joinedCell(const QStringList& values)
{
    QStringList escaped;
    for (QString value : values)
        escaped << value.replace(u'\\', QStringLiteral("\\\\")).replace(u';', QStringLiteral("\\;"));
    return escaped.join(QStringLiteral("; "));
}

QStringList cellValues(const QString& cell)
{
    QStringList values;
    if (cell.trimmed().isEmpty())
        return values;
    QString value;
    for (auto c = cell.begin(); c != cell.end(); ++c) {
        const auto next = std::next(c);
        if (*c == u'\\' && next != cell.end() && (*next == u';' || *next == u'\\')) {
            value += *next;
            c = next;
        } else if (*c == u';') {
            values << value.trimmed();
            value.clear();
        } else {
            value += *c;
        }
    }
    return values << value.trimmed();
}

} // namespace interdict
