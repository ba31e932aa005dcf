// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/animationwriter.h"

#include "widgets/figure/xmp.h"

#include <QCoreApplication>

#include <webp/demux.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include <cmath>

namespace interdict {

namespace {

constexpr int effort = 3;      // of 0 … 9 that libwebp takes to find what is small
constexpr int longest = 16383; // px a side, of the format

QString tr(const char* text)
{
    return QCoreApplication::translate("AnimationWriter", text);
}

tl::unexpected<Error> cannotMake(const QString& detail)
{
    return failure(Error::Kind::Failed,
                   tr("The animation could not be made. Choose fewer dots an inch or fewer pictures."),
                   detail);
}

template <typename T, void (*release)(T*)>
struct Releasing
{
    void operator()(T* it) const { release(it); }
};
using Encoder = std::unique_ptr<WebPAnimEncoder, Releasing<WebPAnimEncoder, WebPAnimEncoderDelete>>;
using Decoder = std::unique_ptr<WebPAnimDecoder, Releasing<WebPAnimDecoder, WebPAnimDecoderDelete>>;
using Mux = std::unique_ptr<WebPMux, Releasing<WebPMux, WebPMuxDelete>>;

struct Bytes // that libwebp allocates
{
    Bytes() { WebPDataInit(&data); }
    ~Bytes() { WebPDataClear(&data); }
    Q_DISABLE_COPY_MOVE(Bytes)
    QByteArray taken() const
    {
        return {reinterpret_cast<const char*>(data.bytes), static_cast<qsizetype>(data.size)};
    }
    WebPData data;
};

WebPData viewOf(const QByteArray& bytes)
{
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

// The times at which pictures begin, and the end: milliseconds.
int beginsAt(const AnimationFrames& frames, int frame)
{
    const double each = frames.seconds * 1000;
    return static_cast<int>(std::lround(each * frame + (frame == frames.count ? 2 * each : 0)));
}

// Nothing, or what went wrong.
QString add(WebPAnimEncoder* encoder, const QImage& image, int milliseconds)
{
    WebPConfig config;
    WebPPicture picture;
    if (!WebPConfigInit(&config) || !WebPConfigLosslessPreset(&config, effort) || !WebPPictureInit(&picture))
        return QStringLiteral("version");
    picture.use_argb = 1;
    picture.width = image.width();
    picture.height = image.height();
    const QImage rgba = image.convertToFormat(QImage::Format_RGBA8888);
    const bool isAdded =
        WebPPictureImportRGBA(&picture, rgba.constBits(), static_cast<int>(rgba.bytesPerLine())) != 0 &&
        WebPAnimEncoderAdd(encoder, &picture, milliseconds, &config) != 0;
    WebPPictureFree(&picture);
    return isAdded ? QString() : QString::fromUtf8(WebPAnimEncoderGetError(encoder));
}

Result<QByteArray> assembled(WebPAnimEncoder* encoder, const PageInfo& info)
{
    Bytes plain;
    if (!WebPAnimEncoderAssemble(encoder, &plain.data))
        return cannotMake(QString::fromUtf8(WebPAnimEncoderGetError(encoder)));
    const Mux mux(WebPMuxCreate(&plain.data, 0));
    const QByteArray packet = xmpPacket(info, QStringLiteral("image/webp"));
    const WebPData chunk = viewOf(packet);
    Bytes whole;
    if (!mux || WebPMuxSetChunk(mux.get(), "XMP ", &chunk, 0) != WEBP_MUX_OK ||
        WebPMuxAssemble(mux.get(), &whole.data) != WEBP_MUX_OK)
        return cannotMake(QStringLiteral("metadata"));
    return whole.taken();
}

// What is wrong with it; empty where nothing is.
QString problemOf(const QByteArray& bytes, QSize size, int milliseconds, const PageInfo& info)
{
    const WebPData data = viewOf(bytes);
    const Decoder decoder(WebPAnimDecoderNew(&data, nullptr));
    WebPAnimInfo read{};
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &read))
        return QStringLiteral("not readable");
    if (static_cast<int>(read.canvas_width) != size.width() ||
        static_cast<int>(read.canvas_height) != size.height())
        return QStringLiteral("size");
    std::uint32_t frames = 0;
    int end = 0;
    for (std::uint8_t* pixels = nullptr; WebPAnimDecoderHasMoreFrames(decoder.get()); ++frames)
        if (!WebPAnimDecoderGetNext(decoder.get(), &pixels, &end))
            return QStringLiteral("picture %1").arg(frames + 1);
    if (frames != read.frame_count || (frames > 1 && end != milliseconds))
        return QStringLiteral("%1 pictures, %2 ms").arg(frames).arg(end);
    return !info.stamp.isEmpty() && stampInPackets(bytes) != info.stamp ? QStringLiteral("stamp") : QString();
}

} // namespace

Result<QByteArray> animationBytes(const AnimationFrames& frames, const PageInfo& info)
{
    Encoder encoder;
    QSize size;
    for (int frame = 0; frame < frames.count; ++frame) {
        const auto image = frames.picture(frame);
        if (!image)
            return tl::make_unexpected(image.error());
        if (!encoder) {
            size = image->size();
            if (std::max(size.width(), size.height()) > longest)
                return failure(
                    Error::Kind::BadInput,
                    tr("An animation has at most %1 pixels a side. Choose fewer dots an inch.").arg(longest));
            WebPAnimEncoderOptions options;
            WebPAnimEncoderOptionsInit(&options);
            options.anim_params.loop_count = 0; // for ever
            encoder.reset(WebPAnimEncoderNew(size.width(), size.height(), &options));
        }
        if (!encoder || image->size() != size)
            return cannotMake(QStringLiteral("size of picture %1").arg(frame + 1));
        if (const QString problem = add(encoder.get(), *image, beginsAt(frames, frame)); !problem.isEmpty())
            return cannotMake(problem);
        if (frames.progress && !frames.progress(double(frame + 1) / frames.count))
            return failure(Error::Kind::Cancelled, tr("The animation was cancelled."));
    }
    const int end = beginsAt(frames, frames.count);
    if (!encoder || !WebPAnimEncoderAdd(encoder.get(), nullptr, end, nullptr))
        return cannotMake(QStringLiteral("no pictures"));
    auto bytes = assembled(encoder.get(), info);
    if (!bytes)
        return bytes;
    if (const QString problem = problemOf(*bytes, size, end, info); !problem.isEmpty())
        return cannotMake(problem);
    return bytes;
}

} // namespace interdict
