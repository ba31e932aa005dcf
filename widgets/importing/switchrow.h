// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A line of quiet buttons of which one is chosen: pages, or what a list shows. Left and right go along it.
#pragma once

#include <QWidget>

class QButtonGroup;

namespace interdict {

class SwitchRow : public QWidget
{
    Q_OBJECT

public:
    SwitchRow(const QString& name, int buttons, QWidget* parent);

    void setText(int button, const QString& text);
    void setButtonEnabled(int button, bool enabled);
    int chosen() const;
    void choose(int button); // says chosenChanged

Q_SIGNALS:
    void chosenChanged(int button);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QButtonGroup* m_buttons;
};

} // namespace interdict
