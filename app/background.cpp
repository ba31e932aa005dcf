// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/background.h"

#include <QProgressDialog>

namespace interdict {

namespace {
constexpr int patience = 200; // ms before a dialog shows
} // namespace

Background::Background(QWidget* window, QObject* parent)
    : QObject(parent)
    , m_window(window)
{
}

Background::~Background()
{
    for (QFutureWatcherBase* watcher : watchers()) {
        watcher->disconnect(this);
        watcher->cancel();
        if (watcher->isRunning()) // a future whose result was taken would never be finished again
            watcher->waitForFinished();
    }
}

QList<QFutureWatcherBase*> Background::watchers() const
{
    return findChildren<QFutureWatcherBase*>(QString(), Qt::FindDirectChildrenOnly);
}

void Background::cancelAll()
{
    for (QFutureWatcherBase* watcher : watchers())
        watcher->cancel();
}

// The dialog goes with the watcher, at the latest.
void Background::follow(QFutureWatcherBase& watcher, const QString& label)
{
    if (!m_window) {
        connect(&watcher, &QFutureWatcherBase::progressValueChanged, this,
                [this](int value) { Q_EMIT progressed(static_cast<double>(value) / progressSteps); });
        return;
    }
    auto* dialog = new QProgressDialog(label, tr("Cancel"), 0, progressSteps, m_window);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setMinimumDuration(patience);
    dialog->setAutoReset(false);
    connect(&watcher, &QFutureWatcherBase::progressValueChanged, dialog, &QProgressDialog::setValue);
    connect(dialog, &QProgressDialog::canceled, &watcher, &QFutureWatcherBase::cancel);
    // Before what comes of it is told: two modal windows would lie on each other.
    for (const auto end : {&QFutureWatcherBase::canceled, &QFutureWatcherBase::finished})
        connect(&watcher, end, dialog, &QProgressDialog::reset);
    connect(&watcher, &QObject::destroyed, dialog, &QObject::deleteLater);
}

} // namespace interdict
