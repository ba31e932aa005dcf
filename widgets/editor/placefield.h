// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A country, or a part of the chosen one: typed by name or code, with offers. When it is left, what is
// understood is written out.
#pragma once

#include <QLineEdit>

namespace interdict {

class Gazetteer;
class Offers;

class PlaceField : public QLineEdit
{
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { Country, Subdivision };
    PlaceField(Kind kind, const Gazetteer& gazetteer, QWidget* parent = nullptr);

    std::optional<QString> code() const;
    void setCountry(const QString& code); // of a subdivision

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    void writeOut();

    Kind m_kind;
    const Gazetteer& m_gazetteer;
    Offers* m_offers;
    QString m_country;
};

} // namespace interdict
