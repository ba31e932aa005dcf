// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The conditions of the filter above the views, one chip each, on one line that scrolls sideways when it is
// full. Without a filter it says how much there is.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QScrollArea;

namespace interdict {

class Chip;
class LinkButton;
class Workspace;

class ChipsBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChipsBar(Workspace& workspace, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QScrollArea* makeStrip();
    LinkButton* makeArrow(const QString& text, const QString& name, int step);
    void refresh();
    void showConditions();
    void setChipCount(std::size_t count);
    void remove(std::size_t number);
    void scrollBy(int pixels);
    void updateArrows();
    void styleHint();

    Workspace& m_workspace;
    QLabel* m_hint = nullptr;
    QHBoxLayout* m_line = nullptr;  // of the chips
    QScrollArea* m_strip = nullptr; // holds the line; made after it
    LinkButton* m_before = nullptr;
    LinkButton* m_after = nullptr;
    LinkButton* m_clear = nullptr;
    std::vector<Chip*> m_chips;
};

} // namespace interdict
