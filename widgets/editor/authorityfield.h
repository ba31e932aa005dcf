// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who acted: any name, with those offered that the record has in the jurisdiction, most used first.
#pragma once

#include <QLineEdit>

namespace interdict {

class Offers;
class Workspace;

class AuthorityField : public QLineEdit
{
    Q_OBJECT

public:
    explicit AuthorityField(const Workspace& workspace, QWidget* parent = nullptr);
    void setCountry(const QString& code);

private:
    const Workspace& m_workspace;
    Offers* m_offers;
    QString m_country;
};

} // namespace interdict
