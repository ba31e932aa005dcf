// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the desktop asks for dark or light, by the Settings portal (org.freedesktop.appearance
// color-scheme), which Qt 6.4 does not read. Asks without waiting, and tells again when the user changes it.
// Silent where there is no session bus or no portal: then the palette that Qt found stands.
#pragma once

#include <QObject>

#include <optional>

class QDBusMessage;
class QDBusPendingCallWatcher;

namespace interdict {

// A portal's value: 1 prefers dark, 2 light, anything else has no preference. It may be wrapped in variants.
std::optional<bool> prefersDark(const QVariant& value);

class SystemScheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemScheme(QObject* parent = nullptr);

Q_SIGNALS:
    void schemeTold(bool dark);

private Q_SLOTS:
    void settingChanged(const QDBusMessage& message); // of group, key and value

private:
    void answered(QDBusPendingCallWatcher* call);
    void tell(const QVariant& value);
};

} // namespace interdict
