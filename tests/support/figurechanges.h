// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reference figures that were accepted beside what is drawn now, and a page to look at the two.
#pragma once

#include <QDir>
#include <QFile>
#include <QImage>
#include <QString>

#include <vector>

namespace interdict {

// Pixels may differ by this much in a channel before they count: antialiased edges come out otherwise by one
// or two on another processor, since Qt picks its loops by what that has. What counts must stay under a share
// that no mark or letter is small enough to hide in.
inline constexpr int figureChannelTolerance = 12;
inline constexpr double figurePixelTolerance = 0.0002;

struct PictureDifference
{
    int count = 0;  // of pixels
    QImage picture; // the new one, pale, with what differs in red
    bool isChange = false;
};

inline PictureDifference differenceOf(const QImage& before, const QImage& after)
{
    PictureDifference found;
    const QSize size = before.size().expandedTo(after.size());
    found.picture = QImage(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            const bool inBoth = before.valid(x, y) && after.valid(x, y);
            const QRgb was = before.valid(x, y) ? before.pixel(x, y) : 0;
            const QRgb is = after.valid(x, y) ? after.pixel(x, y) : 0;
            const auto far = [](int a, int b) { return std::abs(a - b) > figureChannelTolerance; };
            const bool differs = !inBoth || far(qRed(was), qRed(is)) || far(qGreen(was), qGreen(is)) ||
                                 far(qBlue(was), qBlue(is));
            found.count += differs ? 1 : 0;
            const int pale = 170 + qGray(is) / 3;
            found.picture.setPixel(x, y, differs ? qRgb(220, 0, 30) : qRgb(pale, pale, pale));
        }
    found.isChange = found.count > figurePixelTolerance * size.width() * size.height();
    return found;
}

// The lines that went (-) and came (+), in their order; runs that both have are left out.
inline QString changedLines(const QString& before, const QString& after)
{
    const QStringList was = before.split(u'\n');
    const QStringList is = after.split(u'\n');
    // Lengths of the longest common rest, from each pair of lines on.
    std::vector<std::vector<int>> common(static_cast<std::size_t>(was.size() + 1),
                                         std::vector<int>(static_cast<std::size_t>(is.size() + 1)));
    const auto at = [&common](qsizetype i, qsizetype j) -> int& {
        return common[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    };
    for (qsizetype i = was.size() - 1; i >= 0; --i)
        for (qsizetype j = is.size() - 1; j >= 0; --j)
            at(i, j) = was[i] == is[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    QString changes;
    for (qsizetype i = 0, j = 0; i < was.size() || j < is.size();) {
        if (i < was.size() && j < is.size() && was[i] == is[j]) {
            ++i;
            ++j;
        } else if (i < was.size() && (j == is.size() || at(i + 1, j) >= at(i, j + 1))) {
            changes += QStringLiteral("- ") + was[i++] + u'\n';
        } else {
            changes += QStringLiteral("+ ") + is[j++] + u'\n';
        }
    }
    return changes;
}

// A folder with a page on what has changed; made anew, empty where nothing has.
class ChangesPage
{
public:
    explicit ChangesPage(const QString& folder)
        : m_folder(folder)
    {
        m_folder.removeRecursively();
        m_folder.mkpath(QStringLiteral("."));
    }

    void add(const QString& name, const QImage& before, const QImage& after, const QImage& difference,
             const QString& lines)
    {
        m_body += QStringLiteral("<h2>%1</h2>\n<div class=\"row\">").arg(name.toHtmlEscaped());
        addPicture(name, QStringLiteral("before"), before);
        addPicture(name, QStringLiteral("after"), after);
        addPicture(name, QStringLiteral("difference"), difference);
        m_body += QStringLiteral("</div>\n");
        if (!lines.isEmpty())
            m_body += QStringLiteral("<pre>%1</pre>\n").arg(lines.toHtmlEscaped());
        m_names << name;
        write();
    }

    const QStringList& names() const { return m_names; }
    QString path() const { return m_folder.filePath(QStringLiteral("index.html")); }

private:
    void addPicture(const QString& name, const QString& what, const QImage& picture)
    {
        if (picture.isNull())
            return;
        const QString file = QStringLiteral("%1-%2.png").arg(name, what);
        picture.save(m_folder.filePath(file));
        m_body += QStringLiteral("<figure><figcaption>%1</figcaption><a href=\"%2\"><img src=\"%2\" "
                                 "alt=\"%1\"></a></figure>")
                      .arg(what, file);
    }

    void write() const
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly))
            return;
        file.write(QStringLiteral(
                       "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Figures that have "
                       "changed</title><style>body{font:15px sans-serif;margin:2em}.row{display:flex;"
                       "flex-wrap:wrap;gap:1em}figure{margin:0}img{max-width:45vw;border:1px solid "
                       "#999}pre{background:#f3f3f3;padding:1em;overflow:auto}</style>\n"
                       "<h1>Figures that have changed</h1>\n<p>%1 of them. Are they meant? "
                       "<code>./dev figures accept</code> takes the new ones.</p>\n%2</html>\n")
                       .arg(m_names.size())
                       .arg(m_body)
                       .toUtf8());
    }

    QDir m_folder;
    QString m_body;
    QStringList m_names;
};

} // namespace interdict
