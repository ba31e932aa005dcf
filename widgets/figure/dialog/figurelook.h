// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a figure looks: page, dress and letters, and the words around what it shows.
#pragma once

#include "widgets/figure/figurespec.h"

#include <QVariantMap>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;
class QFormLayout;
class QLineEdit;

namespace interdict {

class FigureLook : public QWidget
{
    Q_OBJECT

public:
    explicit FigureLook(QWidget* parent = nullptr);
    void readInto(FigureSpec& spec) const;
    void suggest(const QString& title, const QString& subtitle); // shown where nothing is typed

    // Page, dress and what is shown beside; not the words, which belong to one figure.
    QVariantMap saveState() const;
    void restoreState(const QVariantMap& state);

Q_SIGNALS:
    void changed();

private:
    void addPageRows();
    void addWordRows();
    QWidget* makeText(QCheckBox* isShown, QLineEdit* text);
    void showSize();
    void chooseLogo();
    QSizeF freeSize() const; // px

    QFormLayout* m_form;
    QComboBox* m_page;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QComboBox* m_unit;
    QWidget* m_sizeRow;
    QComboBox* m_theme;
    QComboBox* m_font;
    QSpinBox* m_fontSize;
    QCheckBox* m_hasTitle;
    QLineEdit* m_title;
    QCheckBox* m_hasSubtitle;
    QLineEdit* m_subtitle;
    QLineEdit* m_caption;
    QLineEdit* m_logo;
    QCheckBox* m_legend;
    QCheckBox* m_source;
};

// As a dialog was left with that state: what a figure that is made without one looks like.
void dress(FigureSpec& spec, const QVariantMap& state);

} // namespace interdict
