// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of a foreign table that stand for terms, platforms and places, with what each is taken to mean,
// which is a choice. What is chosen is shown at once; the plan that follows it brings the rest.
#pragma once

#include "widgets/editor/offers.h"
#include "widgets/importing/importsource.h"

#include <QAbstractTableModel>

namespace interdict {

// What a text of this field can mean, by codes; the first is nothing.
std::vector<Offer> meaningOffers(ImportTarget target, const Vocabulary& vocabulary,
                                 const Gazetteer& gazetteer);
QString meaningLabel(ImportTarget target, const QStringList& codes, const Vocabulary& vocabulary,
                     const Gazetteer& gazetteer);

class MeaningsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Field, Text, Cells, Means, How, ColumnCount };
    enum class Show : std::uint8_t { All, Unknown, Guessed, Understood };
    static constexpr int showCount = 4;

    // Both outlive the model.
    MeaningsModel(const Vocabulary& vocabulary, const Gazetteer& gazetteer, QObject* parent = nullptr);

    void setMeanings(std::vector<TextMeaning> meanings);
    void setShow(Show show);
    Show show() const { return m_show; }
    int count(Show show) const;
    const TextMeaning& meaning(int row) const { return m_meanings[m_shown[static_cast<std::size_t>(row)]]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    // Of Means, EditRole: a list of codes.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void said(const interdict::TextMeaning& meaning);

private:
    QString textAt(const TextMeaning& meaning, int column) const;

    const Vocabulary& m_vocabulary;
    const Gazetteer& m_gazetteer;
    std::vector<TextMeaning> m_meanings;
    std::vector<std::size_t> m_shown;
    Show m_show = Show::All;
};

// What is said of a text, in the mapping: of empty cells the default.
void say(ImportMapping& mapping, const TextMeaning& meaning);

} // namespace interdict
