// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// On whose word: the sources, a card each, and a place for the next address. Addresses that are pasted or
// dropped there, one or many, start a source each.
#pragma once

#include "model/edit/validation.h"
#include "widgets/editor/formstate.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace interdict {

class SourceCard;

// The web addresses in a text, in order, each once.
QStringList addressesIn(const QString& text);

class SourcesField : public QWidget
{
    Q_OBJECT

public:
    explicit SourcesField(Day today, QWidget* parent = nullptr);

    std::vector<SourceText> sources() const;
    void setSources(const std::vector<SourceText>& sources);
    QString typed() const;
    void setTyped(const QString& text);
    void setFindings(const std::vector<Finding>& findings); // those of a part, at that source
    QWidget* firstControl(int source) const;

Q_SIGNALS:
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    SourceCard* addCard(const SourceText& source);
    void removeCard(SourceCard* card);
    void addAddresses(const QStringList& addresses);
    void edited(const QString& text);
    void takeTyped();

    Day m_today;
    QVBoxLayout* m_layout;
    QLineEdit* m_address;
    QPushButton* m_add;
    QString m_before; // the text before the last edit: tells a paste from typing
    std::vector<SourceCard*> m_cards;
};

} // namespace interdict
