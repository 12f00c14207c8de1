#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <pugixml.hpp>  // reads XML, follows no entities and opens no files

namespace shanhai::paper {

using Xml = std::unique_ptr<pugi::xml_document>;

/// So many bytes of XML are read at most: in memory they become twenty times as many.
inline constexpr std::size_t most_xml = std::size_t{16} * 1024 * 1024;

/// A document from XML; without elements where it is not well-formed, or larger than that.
[[nodiscard]] Xml read_xml(std::string_view text);

/// The document as text.
[[nodiscard]] std::string xml_of(const pugi::xml_document& xml);

/// A node as text, without what stands around it.
[[nodiscard]] std::string xml_of(const pugi::xml_node& node);

/// The name of an element without its prefix: a file may name its namespaces as it likes.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node) noexcept;

/// The first child with a local name; an empty node where there is none.
[[nodiscard]] pugi::xml_node child(const pugi::xml_node& node, std::string_view local) noexcept;

/// Puts elements, given as text, among the children of a node: before one of them, or last where that is empty.
void insert_before(const pugi::xml_node& place, pugi::xml_node parent, const std::string& elements);

}  // namespace shanhai::paper
