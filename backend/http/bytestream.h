// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace tp::http {

/// The two directions of one connection, plain or encrypted, without a word of HTTP. Never blocks.
/// Lives on its I/O thread; a listener may close() in any call, but destroys only later, from the
/// event loop.
class ByteStream
{
public:
    /// Called from the event loop, never from within a call of the stream.
    class Listener
    {
    public:
        virtual void streamOpened() = 0;   ///< Bytes may be sent and received.
        virtual void streamReadable() = 0; ///< There are bytes, or their end.
        virtual void streamSent() = 0;     ///< Some of what waited has gone out.
        virtual void streamLost() = 0;     ///< Nothing comes or goes any more.

    protected:
        ~Listener() = default;
    };

    virtual ~ByteStream() = default;

    /// Who is told from now on.
    virtual void setListener(Listener &listener) = 0;

    /// Begins; streamOpened() follows, for a plain stream before this returns.
    virtual void open() = 0;

    /// Whether nobody in between can read it.
    virtual bool isEncrypted() const = 0;

    /// What has arrived, at most the size of `into`; 0: nothing now, or isAtEnd().
    virtual std::size_t read(std::span<char> into) = 0;
    /// The other side sends no more; it may still read.
    virtual bool isAtEnd() const = 0;
    /// Switched off, streamReadable() is not called and what arrives stays where it is, bounded.
    virtual void setReading(bool isOn) = 0;

    /// Sends both in this order; what does not go out at once is kept. False: the stream is lost.
    [[nodiscard]] virtual bool send(std::string head, std::string body) = 0;
    virtual std::size_t unsentBytes() const = 0;
    /// Ends our direction, once all is sent. The other side can still send. Not every stream can
    /// end one direction alone.
    virtual void finishSending() = 0;
    virtual bool canFinishSending() const = 0;

    /// At once; nothing is called afterwards.
    virtual void close() = 0;
};

} // namespace tp::http
