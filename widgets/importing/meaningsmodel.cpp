// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/meaningsmodel.h"

#include "widgets/editor/placenames.h"
#include "widgets/importing/offerdelegate.h"

#include <QLocale>

#include <algorithm>

namespace interdict {

namespace {

using Kind = TextMeaning::Kind;

bool passes(const TextMeaning& meaning, MeaningsModel::Show show)
{
    switch (show) {
    case MeaningsModel::Show::All:
        return true;
    case MeaningsModel::Show::Unknown:
        return meaning.kind == Kind::Unknown;
    case MeaningsModel::Show::Guessed:
        return meaning.kind == Kind::Guessed;
    case MeaningsModel::Show::Understood:
        return meaning.kind == Kind::Known || meaning.kind == Kind::Said;
    }
    return false;
}

QString howLabel(const TextMeaning& meaning)
{
    switch (meaning.kind) {
    case Kind::Unknown:
        return MeaningsModel::tr("not understood");
    case Kind::Guessed:
        return meaning.codes.size() > 1 && !isList(meaning.target)
                   ? MeaningsModel::tr("guessed, by the row's other cells")
                   : MeaningsModel::tr("guessed from its words");
    case Kind::Known:
        return meaning.text.isEmpty() ? QString() : MeaningsModel::tr("understood");
    case Kind::Said:
        return MeaningsModel::tr("chosen");
    }
    return {};
}

std::vector<Offer> placeOffers(ImportTarget target, const Gazetteer& gazetteer)
{
    std::vector<Offer> offers;
    if (target == ImportTarget::Place)
        offers = countryOffers(gazetteer);
    for (const Place& place : gazetteer.places())
        if (place.isSubdivision())
            offers.push_back({place.name,
                              place.code,
                              {},
                              QStringLiteral("%1, %2").arg(gazetteer.name(place.country), place.code),
                              {foldedName(place.name), foldedName(place.code)}});
    return offers;
}

} // namespace

std::vector<Offer> meaningOffers(ImportTarget target, const Vocabulary& vocabulary,
                                 const Gazetteer& gazetteer)
{
    std::vector<Offer> offers{{MeaningsModel::tr("Nothing"), {}, {}, {}, {}}};
    const auto add = [&offers](std::vector<Offer> more) {
        std::move(more.begin(), more.end(), std::back_inserter(offers));
    };
    if (const auto kind = termKindOf(target)) {
        for (const Term& term : vocabulary.terms(*kind))
            offers.push_back({term.label, term.code, term.description, {}, {}});
    } else if (target == ImportTarget::Platforms) {
        for (const Platform& platform : vocabulary.platforms())
            offers.push_back({platform.name, platform.name, {}, platform.developer, {}});
    } else {
        add(placeOffers(target, gazetteer));
    }
    return offers;
}

QString meaningLabel(ImportTarget target, const QStringList& codes, const Vocabulary& vocabulary,
                     const Gazetteer& gazetteer)
{
    QStringList labels;
    for (const QString& code : codes)
        if (const auto kind = termKindOf(target))
            labels << vocabulary.label(*kind, code);
        else
            labels << (target == ImportTarget::Platforms ? code : gazetteer.name(code));
    return labels.join(QStringLiteral("; "));
}

void say(ImportMapping& mapping, const TextMeaning& meaning)
{
    const QString codes = meaning.codes.join(QStringLiteral("; "));
    if (!meaning.text.isEmpty())
        mapping.values[meaning.target].insert_or_assign(meaning.text, codes);
    else if (codes.isEmpty())
        mapping.defaults.erase(meaning.target);
    else
        mapping.defaults.insert_or_assign(meaning.target, codes);
}

MeaningsModel::MeaningsModel(const Vocabulary& vocabulary, const Gazetteer& gazetteer, QObject* parent)
    : QAbstractTableModel(parent)
    , m_vocabulary(vocabulary)
    , m_gazetteer(gazetteer)
{
}

void MeaningsModel::setMeanings(std::vector<TextMeaning> meanings)
{
    m_meanings = std::move(meanings);
    setShow(m_show);
}

void MeaningsModel::setShow(Show show)
{
    beginResetModel();
    m_show = show;
    m_shown.clear();
    for (std::size_t i = 0; i < m_meanings.size(); ++i)
        if (passes(m_meanings[i], show))
            m_shown.push_back(i);
    endResetModel();
}

int MeaningsModel::count(Show show) const
{
    return static_cast<int>(
        std::count_if(m_meanings.begin(), m_meanings.end(),
                      [show](const TextMeaning& meaning) { return passes(meaning, show); }));
}

int MeaningsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int MeaningsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MeaningsModel::textAt(const TextMeaning& meaning, int column) const
{
    switch (static_cast<Column>(column)) {
    case Field:
        return targetLabel(meaning.target);
    case Text:
        return meaning.text.isEmpty() ? tr("(empty cells)") : meaning.text.simplified();
    case Cells:
        return QLocale().toString(meaning.count);
    case Means:
        if (meaning.kind == Kind::Unknown)
            return tr("Choose…");
        return meaning.codes.isEmpty()
                   ? tr("Nothing")
                   : meaningLabel(meaning.target, meaning.codes, m_vocabulary, m_gazetteer);
    case How:
        return howLabel(meaning);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant MeaningsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TextMeaning& at = meaning(index.row());
    const bool isUnknown = at.kind == Kind::Unknown;
    switch (role) {
    case Qt::DisplayRole:
        return textAt(at, index.column());
    case Qt::ToolTipRole:
        return (index.column() == Text ? at.text : textAt(at, index.column())).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return index.column() == Means
                   ? tr("%1 “%2” means: %3 (%4)")
                         .arg(textAt(at, Field), textAt(at, Text), textAt(at, Means), howLabel(at))
                   : textAt(at, index.column());
    case Qt::EditRole:
        return index.column() == Means ? QVariant(at.codes) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Cells ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                                       : QVariant();
    case severalRole:
        return isList(at.target);
    case urgentRole:
        return isUnknown && (index.column() == Means || index.column() == How);
    case dimRole:
        return index.column() == How || (index.column() == Text && at.text.isEmpty()) ||
               (index.column() == Means && at.codes.isEmpty());
    default:
        return {};
    }
}

bool MeaningsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || index.column() != Means)
        return false;
    TextMeaning& at = m_meanings[m_shown[static_cast<std::size_t>(index.row())]];
    at.codes = value.toStringList();
    at.kind = Kind::Said;
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT said(TextMeaning(at));
    return true;
}

Qt::ItemFlags MeaningsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Means ? flags | Qt::ItemIsEditable : flags;
}

QVariant MeaningsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section == Cells)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[]{tr("Field"), tr("In the table"), tr("Cells"), tr("Means"), tr("How")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace interdict
