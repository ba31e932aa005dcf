// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/columnsmodel.h"

#include "widgets/importing/offerdelegate.h"

#include <algorithm>

namespace interdict {

namespace {

constexpr std::size_t sampledRows = 200;
constexpr qsizetype sampleCount = 4;
constexpr qsizetype sampleLength = 40;

QString sampleOf(const TableSheet& sheet, qsizetype column)
{
    QStringList values;
    const std::size_t end = std::min(sheet.rows.size(), sampledRows);
    for (std::size_t i = 0; i < end && values.size() < sampleCount; ++i) {
        QString value = sheet.rows[i].cells.value(column).simplified();
        if (value.size() > sampleLength)
            value = value.left(sampleLength - 1) + u'…';
        if (!value.isEmpty() && !values.contains(value))
            values << value;
    }
    return values.join(QStringLiteral("  ·  "));
}

} // namespace

QString columnChoice(const ColumnMapping& column)
{
    const QString key = QLatin1String(info(column.target).key);
    return column.platform.isEmpty() ? key : key + u':' + column.platform;
}

QString columnChoiceLabel(const ColumnMapping& column)
{
    if (column.target == ImportTarget::Ignore)
        return ColumnsModel::tr("Not imported");
    return column.target == ImportTarget::PlatformFlag
               ? ColumnsModel::tr("Yes or no for %1").arg(column.platform)
               : targetLabel(column.target);
}

std::vector<Offer> columnOffers(const Vocabulary& vocabulary)
{
    std::vector<Offer> offers;
    const auto add = [&offers](const ColumnMapping& column) {
        offers.push_back({columnChoiceLabel(column), columnChoice(column), {}, {}, {}});
    };
    for (const ImportTargetInfo& row : importTargets())
        if (row.target != ImportTarget::PlatformFlag)
            add({{}, row.target, {}});
    for (const Platform& platform : vocabulary.platforms())
        add({{}, ImportTarget::PlatformFlag, platform.name});
    return offers;
}

void ColumnsModel::setSource(const ImportSource& source)
{
    beginResetModel();
    m_columns = source.mapping.columns;
    m_chosen.assign(m_columns.size(), false);
    m_mappingFile = source.mappingFile;
    m_samples.clear();
    for (qsizetype i = 0; i < std::ssize(m_columns); ++i)
        m_samples << sampleOf(source.rows(), i);
    endResetModel();
}

int ColumnsModel::mappedCount() const
{
    return static_cast<int>(
        std::count_if(m_columns.begin(), m_columns.end(),
                      [](const ColumnMapping& column) { return column.target != ImportTarget::Ignore; }));
}

int ColumnsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

int ColumnsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ColumnsModel::howText(std::size_t row) const
{
    if (m_chosen[row])
        return tr("chosen");
    if (!m_mappingFile.isEmpty())
        return tr("from %1").arg(m_mappingFile);
    if (m_columns[row].target != ImportTarget::Ignore)
        return tr("guessed");
    return m_samples[static_cast<qsizetype>(row)].isEmpty() ? tr("empty") : tr("no field recognised");
}

QVariant ColumnsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const ColumnMapping& column = m_columns[row];
    if (role == dimRole)
        return index.column() == How || (index.column() == Becomes && column.target == ImportTarget::Ignore);
    if (role == Qt::EditRole && index.column() == Becomes)
        return QStringList{columnChoice(column)};
    if (role == Qt::AccessibleTextRole && index.column() == Becomes)
        return tr("%1 becomes: %2 (%3)").arg(column.header, columnChoiceLabel(column), howText(row));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString texts[]{column.header.simplified(), m_samples[index.row()], columnChoiceLabel(column),
                          howText(row)};
    return role == Qt::DisplayRole ? texts[index.column()] : texts[index.column()].toHtmlEscaped();
}

bool ColumnsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || index.column() != Becomes)
        return false;
    const auto row = static_cast<std::size_t>(index.row());
    const QString choice = value.toStringList().value(0);
    const auto target = targetFromKey(choice.section(u':', 0, 0));
    if (!target)
        return false;
    if (choice == columnChoice(m_columns[row]))
        return true;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].target == *target && !info(*target).repeats) {
            m_columns[i].target = ImportTarget::Ignore;
            m_chosen[i] = true;
        }
    m_columns[row] = {m_columns[row].header, *target, choice.section(u':', 1)};
    m_chosen[row] = true;
    Q_EMIT dataChanged(this->index(0, Becomes), this->index(rowCount() - 1, How));
    Q_EMIT mappingChanged();
    return true;
}

Qt::ItemFlags ColumnsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Becomes ? flags | Qt::ItemIsEditable : flags;
}

QVariant ColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[]{tr("Column"), tr("Holds"), tr("Becomes"), tr("How")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace interdict
