// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/vocabulary/entriesmodel.h"

#include "model/edit/renaming.h"
#include "model/vocabulary/entryfields.h"

#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>

#include <algorithm>

namespace interdict {

namespace {
const QString dragType = QStringLiteral("application/x-interdict-entry");
constexpr int markSize = 12; // px
} // namespace

EntriesModel::EntriesModel(const Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
}

void EntriesModel::setList(VocabularyList list)
{
    m_list = list;
    refresh();
}

void EntriesModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    refresh();
}

void EntriesModel::refresh()
{
    beginResetModel();
    m_lines.clear();
    const Vocabulary& words = m_workspace.vocabulary();
    const EntryMarks marks(m_theme, words, m_list);
    const auto counts = m_workspace.countNaming(m_list);
    for (const QString& code : words.codes(m_list)) {
        Line line{code, words.label(m_list, code), code, counts[m_lines.size()], 0, marks.of(code)};
        if (!m_list)
            line.detail = words.platform(code)->developer;
        for (const Milestone& milestone : m_workspace.milestones())
            line.milestones += names(milestone, m_list, code);
        m_lines.push_back(std::move(line));
    }
    endResetModel();
}

QString EntriesModel::codeAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_lines[static_cast<std::size_t>(row)].code : QString();
}

std::optional<int> EntriesModel::rowOf(const QString& code) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (codeAt(row) == code)
            return row;
    return std::nullopt;
}

int EntriesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int EntriesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EntriesModel::textAt(const Line& line, int column) const
{
    const QLocale locale;
    switch (static_cast<Column>(column)) {
    case Name:
        return line.name;
    case Code:
        return line.detail;
    case Events:
        return locale.toString(line.events);
    case Milestones:
        return locale.toString(line.milestones);
    case ColumnCount:
        break;
    }
    return {};
}

QPixmap EntriesModel::markOf(const Line& line) const
{
    const double ratio = qGuiApp->devicePixelRatio();
    QPixmap picture(QSize(markSize, markSize) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    if (line.mark) {
        QPainter painter(&picture);
        paintMark(painter, *line.mark, QPointF(markSize / 2.0, markSize / 2.0), markSize - 2,
                  markOutline(*line.mark, m_theme));
    }
    return picture;
}

QVariant EntriesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return textAt(line, index.column());
    if (role == Qt::ToolTipRole)
        return textAt(line, index.column()).toHtmlEscaped();
    if (role == Qt::DecorationRole && index.column() == Name)
        return markOf(line);
    if (role == Qt::TextAlignmentRole && index.column() >= Events)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

QVariant EntriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section >= Events)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[]{tr("Name"), m_list ? tr("Code") : tr("Developer"), tr("Events"), tr("Milestones")};
    return titles[section];
}

Qt::ItemFlags EntriesModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!m_workspace.canWrite())
        return flags;
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags | Qt::ItemIsDropEnabled;
}

QStringList EntriesModel::mimeTypes() const
{
    return {dragType};
}

QMimeData* EntriesModel::mimeData(const QModelIndexList& indexes) const
{
    auto* data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(dragType, codeAt(indexes.front().row()).toUtf8());
    return data;
}

// Tells the place that it will have once it is out of its old one.
bool EntriesModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int,
                                const QModelIndex& parent)
{
    const QString code = QString::fromUtf8(data->data(dragType));
    const auto from = rowOf(code);
    if (action != Qt::MoveAction || !from)
        return false;
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    Q_EMIT moveAsked(code, before > *from ? before - 1 : before);
    return false; // the view removes nothing: the list comes anew
}

} // namespace interdict
