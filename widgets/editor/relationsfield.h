// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the event stands to others: a line each with its kind, and a place to find the next event by words of
// its title or its identifier.
#pragma once

#include "model/edit/validation.h"
#include "widgets/editor/offers.h"

#include <QWidget>

class QVBoxLayout;

namespace interdict {

class FindingList;
class TermField;
class Workspace;

class RelationsField : public QWidget
{
    Q_OBJECT

public:
    explicit RelationsField(const Workspace& workspace, QWidget* parent = nullptr);

    std::vector<Relation> relations() const;
    void setRelations(const std::vector<Relation>& relations);
    QString typed() const;
    void setTyped(const QString& text);
    // Those of a part, at that relation.
    void setFindings(const std::vector<Finding>& findings);
    QWidget* firstControl(int relation) const;

Q_SIGNALS:
    void changed();

private:
    struct Line
    {
        QString uid;
        QWidget* box = nullptr;
        TermField* kind = nullptr;
        FindingList* findings = nullptr;
    };
    void addLine(const Relation& relation);
    void removeLine(const QWidget* box);
    void add(const QString& uid);
    std::vector<Offer> eventsFor(const QString& text) const;
    QString titleOf(const QString& uid) const;

    const Workspace& m_workspace;
    QVBoxLayout* m_layout;
    QLineEdit* m_search;
    std::vector<Line> m_lines;
};

} // namespace interdict
