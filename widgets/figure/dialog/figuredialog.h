// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a figure: left the preview, which is what the file will hold, right the choices. What is done with it
// is asked of whoever opened it.
#pragma once

#include "widgets/figure/figurefile.h"

#include <QDialog>
#include <QTimer>
#include <QVariantMap>

class QLabel;
class QPushButton;
class QToolButton;

namespace interdict {

class ElidedLabel;
class FigureLook;
class FigureOutput;
class FigurePreview;
class FigureWhat;

class FigureDialog : public QDialog
{
    Q_OBJECT

public:
    // Both outlive it. `onScreen`: what the view in focus shows, and what part of timeline and map is seen.
    FigureDialog(const Workspace& workspace, const MapGeometry& geometry, const FigureSpec& onScreen,
                 QWidget* parent = nullptr);
    ~FigureDialog() override;

    FigureSpec spec() const; // as chosen now
    FigureFormat format() const;
    FigureFileOptions options() const;
    FigurePreview& preview() { return *m_preview; }
    void tell(const QString& message); // what came of an action, beside its button
    // Page, dress and file; not what is shown, nor its words.
    QVariantMap saveState() const;
    void restoreState(const QVariantMap& state);

Q_SIGNALS:
    void saveAsked();
    void copyPictureAsked();
    void copyNumbersAsked();
    void printAsked();

private:
    QWidget* makeLeft();
    QWidget* makeRight();
    QWidget* makeButtons();
    QPushButton* addAction(const QString& text, void (FigureDialog::*asked)());
    void makeFigure();
    void showPage();

    const Workspace& m_workspace;
    const MapGeometry& m_geometry;
    FigureWhat* m_what;
    FigureLook* m_look;
    FigureOutput* m_output;
    FigurePreview* m_preview;
    QToolButton* m_before;
    QToolButton* m_after;
    QLabel* m_pageText;
    QLabel* m_sizeText;
    ElidedLabel* m_told;
    std::vector<QPushButton*> m_actions;
    QPushButton* m_save = nullptr;
    QTimer m_soon; // runs while a choice waits to be shown
};

} // namespace interdict
