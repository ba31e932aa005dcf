// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Offers below a line edit as one types: those that fit, the best first. Down opens them; Enter and Tab take
// the one that is marked.
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace interdict {

struct Offer
{
    QString text;       // what is taken over
    QString code;       // what is meant
    QString definition; // its tooltip; may be empty
    QString detail;     // shown after the text; may be empty
    QStringList keys;   // folded names by which it is found; empty: by its text
};

// Those that fit what is typed, the best first, a few dozen at most; any to an empty text.
std::vector<Offer> fittingOffers(const QString& typed, const std::vector<Offer>& offers);

class Offers : public QObject
{
    Q_OBJECT

public:
    // Strict: only offers are valid, so the best is marked at once. Else any text is.
    enum class Kind : std::uint8_t { Strict, Free };
    Offers(Kind kind, QLineEdit* field);

    void setOffers(std::vector<Offer> offers);
    const std::vector<Offer>& offers() const { return m_offers; }
    // Asked for the offers to a text instead of a fixed list; they are shown as they come.
    void setSource(std::function<std::vector<Offer>(const QString&)> source);
    bool isShown() const;
    void open(); // shows what fits the present text, also an empty one

Q_SIGNALS:
    void picked(const interdict::Offer& offer);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offer();
    void show(std::vector<Offer> offers);
    bool takeByTab(QEvent* event);

    Kind m_kind;
    QLineEdit* m_field;
    QCompleter* m_completer;
    QStandardItemModel* m_model;
    std::vector<Offer> m_offers;
    std::vector<Offer> m_shown;
    std::function<std::vector<Offer>(const QString&)> m_source;
};

} // namespace interdict
