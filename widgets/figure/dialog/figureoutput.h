// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// As what file a figure is written.
#pragma once

#include "widgets/figure/figurefile.h"

#include <QVariantMap>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace interdict {

class FigureOutput : public QWidget
{
    Q_OBJECT

public:
    explicit FigureOutput(QWidget* parent = nullptr);
    FigureFormat format() const;
    FigureFileOptions options() const; // of the format: transparent only where it can be
    void allowMoving(bool isAllowed);  // pictures that move, of a map
    QVariantMap saveState() const;
    void restoreState(const QVariantMap& state);

Q_SIGNALS:
    void changed();

private:
    void showRows();

    QFormLayout* m_form;
    QComboBox* m_format;
    QComboBox* m_dpi;
    QCheckBox* m_transparent;
};

// "PNG picture"
QString figureFormatLabel(FigureFormat format);

} // namespace interdict
