// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Work off the window's thread, behind a progress dialog that can cancel it. Going away, it cancels what
// still runs and waits for it: what the work refers to has to outlive only this. Without a window it shows
// nothing itself and tells how far it is.
#pragma once

#include "model/error.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QtConcurrentRun>

#include <functional>

class QWidget;

namespace interdict {

class Background : public QObject
{
    Q_OBJECT

public:
    // Told 0 … 1 now and then; false asks the work to stop.
    using Progress = std::function<bool(double)>;

    // `window` is the parent of dialogs; may be null.
    Background(QWidget* window, QObject* parent);
    ~Background() override;

    // Runs work(progress) on another thread, then done(result) on this one, unless it was cancelled.
    template <typename T>
    void run(const QString& label, std::function<Result<T>(const Progress&)> work,
             std::function<void(Result<T>)> done);
    void cancelAll();

Q_SIGNALS:
    void progressed(double share); // 0 … 1, of work without a window

private:
    static constexpr int progressSteps = 1000;
    void follow(QFutureWatcherBase& watcher, const QString& label);
    QList<QFutureWatcherBase*> watchers() const;

    QWidget* m_window;
};

template <typename T>
void Background::run(const QString& label, std::function<Result<T>(const Progress&)> work,
                     std::function<void(Result<T>)> done)
{
    auto* watcher = new QFutureWatcher<Result<T>>(this);
    const auto job = [work = std::move(work)](QPromise<Result<T>>& promise) {
        promise.setProgressRange(0, progressSteps);
        promise.addResult(work([&promise](double part) {
            promise.setProgressValue(static_cast<int>(part * progressSteps));
            return !promise.isCanceled();
        }));
    };
    follow(*watcher, label);
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
            done(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run(job));
}

} // namespace interdict
