// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The filter as a line of text: shows the filter, and what is typed becomes the filter as soon as it can be
// read. What cannot be read is underlined and explained below the line, and changes nothing.
#pragma once

#include "model/explore/filter.h"

#include <QLineEdit>
#include <QTimer>

class QCompleter;
class QLabel;
class QStandardItemModel;

namespace interdict {

struct FilterTextError;
class Workspace;

class QueryLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit QueryLine(Workspace& workspace, QWidget* parent = nullptr);
    ~QueryLine() override;

    bool hasError() const { return m_hasError; }
    QString errorText() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showFilter();
    void edited();
    void applyTyped();   // once typing paused
    void applyFinally(); // Enter
    void restore();      // Esc
    std::optional<FilterTextError> apply();
    void showError(const FilterTextError& error);
    void hideError();
    void underline(int from, int length);
    void placeMessage();
    void makeMessage();
    void offerCompletions();
    void complete(const QModelIndex& index);
    void updateIcon();

    Workspace& m_workspace;
    QTimer m_pause;
    QLabel* m_message = nullptr; // lies on the window, below the line
    QCompleter* m_completer = nullptr;
    QStandardItemModel* m_offers = nullptr;
    QAction* m_icon = nullptr;
    std::optional<Filter> m_before; // the filter when typing began
    bool m_isApplying = false;
    bool m_hasError = false;
};

} // namespace interdict
