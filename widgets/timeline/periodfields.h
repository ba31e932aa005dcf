// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The filter's period as two exact fields that take partial dates: 2025, 2025-Q1, 2025-02, 2025-02-10. What
// cannot be read is said at the field while it is typed, and is never applied.
#pragma once

#include "model/workspace.h"

#include <QPointer>
#include <QWidget>

class QLineEdit;

namespace interdict {

class HoverCard;

class PeriodFields : public QWidget
{
    Q_OBJECT

public:
    explicit PeriodFields(Workspace& workspace, QWidget* parent = nullptr);
    ~PeriodFields() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* makeField(const QString& name);
    void showPeriod();
    void check(QLineEdit& field);
    void apply();
    QString problem(const QLineEdit& field) const; // empty where all is well

    Workspace& m_workspace;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QPointer<HoverCard> m_message;
};

// What a field means: nothing where it is empty.
std::optional<PartialDate> readDate(const QString& text);

} // namespace interdict
