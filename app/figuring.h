// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures in the window: makes, copies, prints and writes them, and brings back what a dropped one shows.
#pragma once

#include "app/background.h"
#include "app/figureviews.h"
#include "app/settings.h"
#include "widgets/figure/figurefile.h"

class QAction;
class QMenu;

namespace interdict {

class FigureDialog;

class Figuring : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it; `window` is the parent of dialogs.
    Figuring(FigureViews views, const MapGeometry& geometry, Settings& settings, QWidget* window);

    void addFileActionsTo(QMenu& menu);
    void addEditActionsTo(QMenu& menu);
    void ask(); // opens the dialog on the view in focus
    // Of what the dialog shows now.
    void writeTo(const QString& path, const FigureDialog& dialog);
    void copyView(); // the view in focus, as it is on screen
    static bool isFigure(const QString& path);
    void bringBack(const QString& path);

Q_SIGNALS:
    void told(const QString& message); // for the status bar
    void failed(const interdict::Error& error);

private:
    struct Job // a figure with all that its file needs
    {
        std::shared_ptr<const Figure> figure;
        FigureStamp stamp;
    };
    Result<Job> jobOf(const FigureSpec& spec) const;
    FigureSpec viewAsFigure() const;
    void askWhere(FigureDialog& dialog);
    void writeFrames(const QString& path, const FigureSpec& spec, const FigureFileOptions& options);
    void tellWritten(const Result<QStringList>& files);
    void copyPicture(const FigureSpec& spec, const FigureFileOptions& options, int page);
    void copyNumbers(const FigureSpec& spec);
    void print(const FigureSpec& spec);
    void enableWhileOpen(QAction* action);

    FigureViews m_views;
    const MapGeometry& m_geometry;
    Settings& m_settings;
    QWidget* m_window;
    QString m_folder;        // of the last figure
    Background m_background; // last: what it runs refers to the others
};

} // namespace interdict
