// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several values of a list, as chips in a line that wraps, and a place to type the next. Backspace in the
// empty place takes the last away.
#pragma once

#include "widgets/editor/offers.h"

#include <QFrame>

namespace interdict {

class Chip;
class FlowLayout;

class ChipsField : public QFrame
{
    Q_OBJECT

public:
    // What may be chosen; values outside it are shown as themselves.
    ChipsField(const QString& name, std::vector<Offer> offers, QWidget* parent = nullptr);

    ~ChipsField() override;

    void setOffers(std::vector<Offer> offers);
    QStringList values() const { return m_values; }
    void setValues(const QStringList& values);
    QString typed() const;
    void setTyped(const QString& text);
    QLineEdit* lineEdit() const { return m_field; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void add(const QString& value);
    void remove(const QString& value);
    void refresh();
    void takeTyped();
    Chip* makeChip(const QString& value);
    const Offer* offerOf(const QString& value) const;

    QLineEdit* m_field;
    FlowLayout* m_flow;
    Offers* m_offers;
    std::vector<Offer> m_all;
    QStringList m_values;
    std::vector<Chip*> m_chips;
};

} // namespace interdict
