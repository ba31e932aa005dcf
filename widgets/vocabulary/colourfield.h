// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A colour of one's own, or none: a button that opens Qt's chooser, and one that goes back to the theme's.
// Says where the colour is drawn otherwise, so that it stands out from the ground.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace interdict {

class ColourField : public QWidget
{
    Q_OBJECT

public:
    explicit ColourField(QWidget* parent);
    QString colour() const { return m_colour; } // "#rrggbb", or empty: as the theme draws it
    void setColour(const QString& colour);
    QString note() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose();
    void show();

    QString m_colour;
    QPushButton* m_choose;
    QPushButton* m_clear;
    QLabel* m_note;
};

} // namespace interdict
