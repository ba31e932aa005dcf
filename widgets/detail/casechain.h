// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events one below the other, each with its mark on a line that joins them: a case, or a list. A click goes
// there.
#pragma once

#include "widgets/detail/eventfacts.h"
#include "widgets/theme/marks.h"

#include <QAbstractButton>

namespace interdict {

class CaseStepButton : public QAbstractButton
{
    Q_OBJECT

public:
    struct Place // in the chain
    {
        bool isFirst = false;
        bool isLast = false;
        bool isCurrent = false;
    };
    CaseStepButton(const CaseStep& step, Place place, const MarkStyle& mark, QWidget* parent);

    bool isCurrent() const { return m_place.isCurrent; }
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QFont titleFont() const;
    QRect titleRect(int width) const;
    QString subline() const;
    void paintLine(QPainter& painter, const QPointF& mark) const;

    CaseStep m_step;
    Place m_place;
    MarkStyle m_mark;
};

class CaseChain : public QWidget
{
    Q_OBJECT

public:
    // `isJoined`: a line joins the steps.
    CaseChain(const Workspace& workspace, const std::vector<CaseStep>& steps, std::optional<Row> current,
              bool isJoined, QWidget* parent);

    CaseStepButton* currentStep() const { return m_current; }

Q_SIGNALS:
    void stepClicked(interdict::Row row);

private:
    CaseStepButton* m_current = nullptr;
};

} // namespace interdict
